/** The command that makes one of two names. */
import { shellWord } from '../../shellWord.ts';

/** The command that replaces a name by another in all posts, as it is typed. */
export function mergeCommand(names: 'categories' | 'tags' | 'authors', from: string, into: string): string {
  const isOption = from.startsWith('-') || into.startsWith('-');
  return `blog ${names} merge ${isOption ? '-- ' : ''}${shellWord(from)} ${shellWord(into)}`;
}
