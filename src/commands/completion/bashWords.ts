/** Words as somebody types them to bash, and names as they must be typed. Nothing of a name is ever left to the shell. */

/** The quotes that are open at the end of what was typed. */
type Open = '' | '"' | "'";

/** What bash would make of a word that is not finished, without running or expanding anything in it. */
export function unquoteBash(typed: string): { text: string; open: Open } {
  let text = '';
  let open: Open = '';
  for (let at = 0; at < typed.length; at++) {
    const character = typed[at] ?? '';
    const next = typed[at + 1];
    if (open === "'") {
      if (character === "'") open = '';
      else text += character;
    } else if (character === '\\') {
      // In double quotes a backslash stands for itself unless it takes the meaning from the next character.
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
 * A name as bash must be given it after the quotes that are open; bash closes them itself, unless the last character is
 * such a quote: then it is written outside of them. Undefined where the name cannot be said there.
 */
function quoteBash(name: string, open: Open): string | undefined {
  if (open === '') return name.replace(/[^\w.:=@%+,/-]/g, (one) => (one > '\x7f' ? one : `\\${one}`));
  // `!` recalls former commands, and in double quotes nothing takes that from it but a blank behind it.
  if (open === '"' && /!(?![\s=])/.test(name)) return undefined;
  const inQuotes = (text: string): string =>
    open === "'" ? text.replaceAll("'", "'\\''") : text.replace(/[$`"\\]/g, '\\$&');
  const said = name.endsWith(open) ? `${inQuotes(name.slice(0, -1))}${open}\\${open}` : inQuotes(name);
  // A quote at the beginning takes the place of the one that is open.
  return said.startsWith(open) ? `${open}${said}` : said;
}

/**
 * What bash may put in the place of `replaced`, the end of the word `typed` (bash begins anew after a colon, an equals
 * sign and an open quote): the names that begin as the whole word does, whatever their case, in their order.
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
