// Runs inside Chromium's PDF viewer, a page of its own with the viewer's parts under their names there. Given to it as
// text, so it is a script and no module; `rubricate` is what the driver calls.
globalThis.rubricate = {
  /** Whether the file is open. */
  ready() {
    try {
      return document.querySelector('pdf-viewer').viewport.getPageScreenRect(0).width > 0;
    } catch {
      return false;
    }
  },

  /** Scrolls to a page (from 0). */
  show(page) {
    document.querySelector('pdf-viewer').viewport.goToPage(page);
  },

  /** Where a place of a page (points from its upper left) is in the window, in pixels. */
  place({ page, x, y }) {
    const viewer = document.querySelector('pdf-viewer');
    const sheet = viewer.viewport.getPageScreenRect(page);
    const window = viewer.shadowRoot.querySelector('#plugin').getBoundingClientRect();
    const scale = (viewer.viewport.getZoom() * 96) / 72;
    return { x: window.left + sheet.x + x * scale, y: window.top + sheet.y + y * scale };
  },

  /** Takes the place of the window that asks where to save; what is saved comes as base64. */
  catchDownload() {
    this.saved = new Promise((done) => {
      const deliver = (parts) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.replace(/^.*,/, ''));
        reader.readAsDataURL(new Blob(parts));
      };
      // One of these two asks, by version.
      globalThis.showSaveFilePicker = async () => {
        const parts = [];
        return {
          createWritable: async () => ({ write: async (p) => parts.push(p), close: () => deliver(parts) }),
        };
      };
      chrome.fileSystem.chooseEntry = (_, then) =>
        then({ createWriter: (use) => use({ write: (blob) => deliver([blob]) }) });
    });
  },
};
