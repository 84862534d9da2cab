/** Names that file managers and sync tools give to a copy of a file. */

const marks = [
  // Dropbox, ownCloud and Nextcloud, then Syncthing, Synology Drive and OneDrive, when two people change a file at once.
  /[ ._-]*\(?(?:[^()]*['’]s )?conflicted[ _-]copy.*$/i,
  /[._ -]sync-conflict-\d.*$/i,
  /_[a-z]+Conflict(?:_\d+)?$/i,
  /-(?:DESKTOP|LAPTOP)-[A-Z\d]{5,8}(?:-\d+)?$/,
  // Linux, Windows, macOS and Google Drive, then browsers.
  / \((?:another |\d+(?:st|nd|rd|th) )?copy(?: \d+)?\)$/i,
  / - copy(?: \(\d+\))?$/i,
  / copy(?: \d{1,2})?$/,
  /^copy of (?=.)/i,
  / \(\d{1,2}\)$/,
] as const;

/** What shows that a name, without its extension, is that of a copy; undefined if nothing does. */
export function copyMark(name: string): string | undefined {
  // Each of them has one of these.
  if (!/cop|conflict|-[DL]|\)$/i.test(name)) return undefined;
  for (const mark of marks) {
    const [found] = mark.exec(name) ?? [];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}
