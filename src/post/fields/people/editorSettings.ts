/** The settings that RStudio and Quarto keep under `editor`, which is otherwise the field of a person. */
import { isMapping } from '../../frontmatter/mapping.ts';
import { foldKey } from '../names.ts';
import { partKey } from './people.ts';

/** The keys by which a mapping is one of settings. */
export const editorSettings = ['mode', 'markdown', 'render-on-save'];

const modes: readonly unknown[] = ['visual', 'source'];
const known = editorSettings.map(foldKey);

/** Whether the value of a key is how a program shows the file, and nobody who edited the text. */
export function isEditorSetting(key: string, value: unknown): boolean {
  if (foldKey(key) !== 'editor') return false;
  if (!isMapping(value)) return modes.includes(value);
  return partKey(value, 'name') === undefined && Object.keys(value).some((name) => known.includes(foldKey(name)));
}
