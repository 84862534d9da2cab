/** Addresses as browsers read them. The URL standard, https://url.spec.whatwg.org. */
import { errorCode } from '../errors.ts';

/**
 * An address as a browser reads it, or undefined where it is none. Not by URL.canParse: Node 20's, once it has been
 * called often, says no to `ü` and other letters of Latin-1.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch (error) {
    if (errorCode(error) === 'ERR_INVALID_URL') return undefined;
    throw error;
  }
}
