/** Words by which names and settings of plugins say that something is for some readers only, or for a time only. */

const forSome = new Set(
  `only members? memberships? membersonly ismember memberpress memberful private protect protects protected protector
  protection password restrict restricts restricted restriction restrictions roles role loggedin patron patrons subscriber
  subscribers premium paid registered vip pvt paywall paywalled locked unlock locker secret hide hidden hidepost visible visibility schedule scheduled
  conditional gated capability`
    .split(/\s+/)
    .flatMap((word) => (word.endsWith('?') ? [word.slice(0, -2), word.slice(0, -1)] : [word])),
);

/** Such words joined to others: `staffonly`, `sociallocker`, `privatecontent`. */
const joined =
  /^(?:private|protect|restrict|member|premium(?:content|post)|subscriber|paywall|loggedin)|(?<!re|non)(?:member|locker|private|protected|restricted|paywall|loggedin)s?$|(?<!comm|read)only$/;

/** Phrases of several words, joined or not. */
const phrase =
  /(?:^|-)(?:log(?:ged)?-in|s2-?if|(?:current-?)?user-?can|(?:show-?)?if-?(?:user|role|member)|content-?control|am4show)(?:$|-)/;

/** People who are introduced to readers, in blocks and shortcodes that have the same words. */
const introduces = /(?:^|-)(?:team|staff|committee|board|crew)-?(?:members?|role)/;

/** All words of names like `show_hide` and `read-more-hide`: toggles, with which every reader shows and hides a text. */
const toggleWords = new Set(
  `show hide showhide hideshow hideable toggle toggles toggler expand collapse read more less content text section box block wrap wrapper area panel
  button link title item start begin end`.split(/\s+/),
);

/** A name in lower case, its words set apart by hyphens. */
function hyphenated(name: string): string {
  return name
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, '-')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .toLowerCase();
}

/** Whether a name says both that something is shown and that it is hidden, and nothing else: whoever reads it decides. */
export function isToggle(name: string): boolean {
  const words = hyphenated(name);
  const isBoth =
    /(?:^|-)(?:showhide|hideshow|hideable)(?:$|-)/.test(words) ||
    (/(?:^|-)hide(?:$|-)/.test(words) && /(?:^|-)(?:show|toggle[rs]?|expand|collapse|read-more)(?:$|-)/.test(words));
  return isBoth && words.split('-').every((word) => toggleWords.has(word));
}

/** Whether a name of a block or shortcode says so, as `staff_only` does, and not that it is for everybody else. */
export function isForSome(name: string): boolean {
  const words = hyphenated(name);
  if (introduces.test(words) || /guest|visitor|log(?:ged)?-?out|(?:^|-)(?:not|non|no|public)(?:$|-)/.test(words))
    return false;
  // The name of the plugin, before the slash of a block, may say more.
  const [own = '', plugin] = name.split('/').reverse();
  if (isToggle(own)) return plugin !== undefined && isForSome(plugin);
  return phrase.test(words) || words.split('-').some((word) => forSome.has(word) || joined.test(word));
}

/** Names of settings that say so. Those of the screen hide nothing from anyone. */
const settingWords =
  /(?:^|-)(?:members?|memberships?|membersonly|restrict(?:s|ed|ions?)?|paywall(?:ed)?|premium|subscribers?|roles?|visibility|schedul(?:e|es|ed|ing)|logged-?in|permissions?|private|protect(?:ed|ion)?|password)(?:$|-)/;
const ofScreen =
  /desktop|tablet|mobile|phone|laptop|device|screen|viewport|breakpoint|browser|(?:^|-)(?:small|medium|large|sm|md|lg|xl)(?:$|-)|^(?:aria-)?role$/;

/** Values by which a setting is not in use. */
const idle =
  /^(?:|0|no|none|off|false|all|any|every(?:one|body)?|always|public|visible|show|shown|default|inherit|disabled|unset|auto|log(?:ged)?[-_ ]?out|guests?|visitors?)$/i;

/** Whether a setting with such a value limits anything. */
export function isInUse(value: unknown): boolean {
  if (typeof value === 'string') return !idle.test(value.trim());
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).some(([key, one]) => !ofScreen.test(hyphenated(key)) && isInUse(one));
  return value === true || (typeof value === 'number' && value !== 0);
}

/** Whether the name and the value of a setting say that what has it is for some readers only. */
export function limitsReaders(name: string, value: unknown): boolean {
  const words = hyphenated(name);
  if (!settingWords.test(words) || ofScreen.test(words)) return false;
  // `titleVisibility: true` shows a title.
  return isInUse(value) && !(value === true && words.endsWith('visibility'));
}

/** Whether what has such a name introduces people, whose roles and memberships are for all to read. */
export function introducesPeople(name: string): boolean {
  const words = hyphenated(name);
  return (
    introduces.test(words) || /(?:^|-)(?:team|staff|person|people|profile|author|testimonial|bio)(?:$|-)/.test(words)
  );
}
