/** Files that only the author has: paths of their own computer, and what a program shows without a file. */

/** The folders that a computer gives everybody, as macOS, Linux and WSL name them. */
const homeFolders =
  'Desktop|Documents|Downloads|Dropbox|Library|Movies|Music|OneDrive[^/]*|Pictures|Public|Videos|Bilder|Dokumente|Schreibtisch|' +
  'Bureau|Images|Téléchargements|Descargas|Escritorio|Imágenes|Área de trabalho|桌面|下载|图片';

/** A path on somebody’s own computer. A site may have a folder `home` of its own. */
const localPath = new RegExp(
  String.raw`^\/?[a-z]:[\\/]|^file:|^\\\\[^\\/]+\\|^~\/|^\/mnt\/[a-z]\/Users\/|^\/storage\/emulated\/\d|^\/(?:private\/)?var\/folders\/|` +
    String.raw`^\/(?:users|home)\/[^/]+\/(?:${homeFolders})\/`,
  'i',
);

/** What Markdown leaves of `\\server\share\file`. */
const sharePath = /^\\[^\\/]+\\[^\\/]+\\/;

/** Whether a URL is surely a path on somebody’s own computer. */
export function isLocalPath(url: string): boolean {
  return localPath.test(url);
}

/** Whether a URL at which no file was found is a path on somebody’s own computer or network. */
export function isLocalOrShared(url: string): boolean {
  return isLocalPath(url) || sharePath.test(url);
}

/** Whether a URL is one that only the program knows from which it was copied. */
export function isProgramOnly(url: string): boolean {
  return /^(?:assets-library|attachment|blob|cid|content|ph|webkit-fake-url):/i.test(url);
}

/** The name of the file in such a path, as it is written in a URL. */
export function nameInPath(path: string): string {
  return encodePath(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
}

/** A path as it is written in a URL. */
export function encodePath(path: string): string {
  return path.trim().replaceAll('%', '%25').replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29');
}
