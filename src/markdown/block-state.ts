/**
 * markdown-it's state of blocks with tokens that are made at once. Its own are made key by key, by a function that has to
 * look each key up: a fortieth of a document's time.
 *
 * Kept true: a token is what markdown-it's own would be; a test compares them.
 */
import MarkdownIt, { type Token } from 'markdown-it';

const markdown = new MarkdownIt();
const Own = new markdown.block.State('', markdown, {}, []).Token.prototype;

class BlockToken implements Token {
  map: Token['map'] = null;
  level = 0;
  children: Token['children'] = null;
  content = '';
  markup = '';
  info = '';
  block = true;
  hidden = false;
  attrs: Token['attrs'] = null;
  meta: Token['meta'] = null;

  constructor(
    public type: string,
    public tag: string,
    public nesting: Token['nesting'],
  ) {}

  attrIndex(name: string): number {
    return Own.attrIndex.call(this, name);
  }

  attrPush(attribute: [name: string, value: string | number]): void {
    Own.attrPush.call(this, attribute);
  }

  attrSet(name: string, value: string | number): void {
    Own.attrSet.call(this, name, value);
  }

  attrGet(name: string): string | number | null {
    return Own.attrGet.call(this, name);
  }

  attrJoin(name: string, value: string | number): void {
    Own.attrJoin.call(this, name, value);
  }
}

export class BlockState extends markdown.block.State {
  override push(type: string, tag: string, nesting: Token['nesting']): Token {
    const token = new BlockToken(type, tag, nesting);
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }
}
