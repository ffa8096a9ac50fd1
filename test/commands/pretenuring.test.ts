import { setFlagsFromString } from 'node:v8';
import { beforeEach, expect, test, vi } from 'vitest';
import { leavePretenuringOff } from '../../src/commands/pretenuring.ts';

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }));
beforeEach(() => {
  vi.mocked(setFlagsFromString).mockClear();
});

test.each(['11.3.244.8-node.33', '12.4.254.21-node.57', '13.6.233.17-node.53', '14.1.146.11-node.25'])(
  'V8 %s has the switch',
  (v8) => {
    leavePretenuringOff(v8);
    expect(setFlagsFromString).toHaveBeenCalledExactlyOnceWith('--no-allocation-site-pretenuring');
  },
);

test.each(['15.0.1', '', 'unknown'])('an engine that may not have it is left as it is: "%s"', (v8) => {
  leavePretenuringOff(v8);
  expect(setFlagsFromString).not.toHaveBeenCalled();
});
