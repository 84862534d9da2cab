/** URLs as browsers read them: the URL standard, https://url.spec.whatwg.org. */
import { errorCode } from '../errors.ts';

/**
 * A URL as a browser reads it; undefined if it is invalid. Not with URL.canParse: in Node 20, after many calls, it rejects
 * `ü` and other letters of Latin-1.
 */
export function parseUrl(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch (error) {
    if (errorCode(error) === 'ERR_INVALID_URL') return undefined;
    throw error;
  }
}

/** A URL without surrounding spaces and control characters, and any tabs and line breaks, as the URL standard parses it. */
export function trimUrl(url: string): string {
  const plain = url.replace(/[\t\r\n]/g, '').replace(/^[\0-\x20]+/, '');
  let end = plain.length;
  // Not by a regular expression, which would take quadratic time.
  while (end > 0 && plain.charCodeAt(end - 1) <= 0x20) end--;
  return plain.slice(0, end);
}

/** Whether a URL contains template code, so that only another tool knows it. */
export function isTemplate(url: string): boolean {
  return /\{\{|\{%|<%|\[\[</.test(url);
}
