/** Which requests are answered at all: any web page that the user has open can send some to a server on this machine. */

/** A request as it arrived. */
export interface Asked {
  method: string;
  /** The target of the request line. */
  target: string;
  /** Names and values alternate, as they arrived: a header that is there twice is there twice. */
  rawHeaders: readonly string[];
}

/** A refusal, or the target without its query, still percent-encoded; `isLed`: another site has led the user here. */
export type Checked = { path: string; isLed: boolean } | { status: number; why: string };

/** UTF-16 units; the longest path of a page has some hundred. */
const longestTarget = 8192;

/** Checks a request to the server on `port`, in the order in which an attack would profit. */
export function checkRequest(asked: Asked, port: number): Checked {
  const { method, target } = asked;
  const [host, ...others] = valuesOf('host', asked);
  // A name of an attacker may lead to this machine (DNS rebinding): only these two are certainly ours.
  const isOurs = host === `127.0.0.1:${port}` || host === `localhost:${port}`;
  if (!isOurs || others.length > 0) return { status: 421, why: `this server answers http://localhost:${port} only` };
  const origins = valuesOf('origin', asked);
  if (origins.some((origin) => origin !== `http://${host}`)) return { status: 403, why: 'asked by another site' };
  const from = whoAsks(asked);
  if (from === 'elsewhere') return { status: 403, why: 'asked by another site' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, why: 'only GET and HEAD are possible' };
  if (hasBody(asked)) return { status: 400, why: 'a request here has no content' };
  if (target.length > longestTarget) return { status: 414, why: 'path too long' };
  // RFC 9112, 3.2: the other forms are for proxies, which this is not.
  if (!target.startsWith('/')) return { status: 400, why: 'not a path' };
  return { path: target.replace(/[?#].*$/s, ''), isLed: from === 'link' };
}

/** What browsers say about it (Fetch Metadata): a page of this server or the user, a link elsewhere that was followed, or another site. */
function whoAsks(asked: Asked): 'here' | 'link' | 'elsewhere' {
  const [sites, modes, destinations] = ['site', 'mode', 'dest'].map((name) =>
    valuesOf(`sec-fetch-${name}`, asked).join(),
  );
  if (sites === '' || sites === 'same-origin' || sites === 'none') return 'here';
  return modes === 'navigate' && destinations === 'document' ? 'link' : 'elsewhere';
}

function hasBody(asked: Asked): boolean {
  if (valuesOf('transfer-encoding', asked).length > 0) return true;
  return valuesOf('content-length', asked).some((length) => length !== '0');
}

/** The values of a header, as often as it is there. `name` is in lower case. */
export function valuesOf(name: string, { rawHeaders }: Pick<Asked, 'rawHeaders'>): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}
