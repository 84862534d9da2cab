/** Words as typed in bash, and names quoted for it, so that bash never expands any part of a name. */

/** The quote that is open at the end of what was typed. */
type OpenQuote = '' | '"' | "'";

/** The text of an unfinished word after quote removal, and the quote still open; nothing in it is expanded. */
export function unquoteBash(typed: string): { text: string; open: OpenQuote } {
  let text = '';
  let open: OpenQuote = '';
  for (let at = 0; at < typed.length; at++) {
    const character = typed[at] ?? '';
    const next = typed[at + 1];
    if (open === "'") {
      if (character === "'") open = '';
      else text += character;
    } else if (character === '\\') {
      // In double quotes a backslash is literal unless it escapes one of these.
      if (open === '"' && next !== undefined && !/[$`"\\]/.test(next)) text += character;
      text += next ?? '';
      at++;
    } else if (character === '"') open = open === '"' ? '' : '"';
    else if (character === "'" && open === '') open = "'";
    else text += character;
  }
  return { text, open };
}

/**
 * A name quoted for bash after an open quote, which bash closes itself, unless the name ends in such a quote: then that is
 * written outside. Undefined if the name cannot be written there.
 */
function quoteBash(name: string, open: OpenQuote): string | undefined {
  if (open === '') return name.replace(/[^\w.:=@%+,/-]/g, (one) => (one > '\x7f' ? one : `\\${one}`));
  // In double quotes `!` expands history unless a space follows it.
  if (open === '"' && /!(?![\s=])/.test(name)) return undefined;
  const inQuotes = (text: string): string =>
    open === "'" ? text.replaceAll("'", "'\\''") : text.replace(/[$`"\\]/g, '\\$&');
  const quoted = name.endsWith(open) ? `${inQuotes(name.slice(0, -1))}${open}\\${open}` : inQuotes(name);
  // A quote at the beginning would replace the open one.
  return quoted.startsWith(open) ? `${open}${quoted}` : quoted;
}

/**
 * The names that begin with the word `typed`, ignoring case, each as what bash puts in place of `replaced`, the end of that
 * word (bash splits words after a colon, an equals sign and an open quote).
 */
export function completeBash(names: readonly string[], typed: string, replaced: string): string[] {
  const head = typed.endsWith(replaced) ? typed.slice(0, typed.length - replaced.length) : '';
  const before = unquoteBash(head);
  const prefix = fold(unquoteBash(typed).text);
  const { length } = before.text.normalize('NFC');
  return names.flatMap((name) => {
    if (!fold(name).startsWith(prefix)) return [];
    return quoteBash(name.normalize('NFC').slice(length), before.open) ?? [];
  });
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
