/**
 * Mistakes that people make in posts, each with what its author meant: what is written stands here first, and the program
 * has to follow. A new one is a row in the file of its theme.
 */
import { dateMistakes } from './dates.ts';
import { draftMistakes } from './draft.ts';
import { imageMistakes } from './images.ts';
import { invisibleMistakes } from './invisible.ts';
import { joinedMistakes } from './joined.ts';
import { languageMistakes } from './languages.ts';
import { markupMistakes } from './markup.ts';
import type { Mistake } from './mistake.ts';
import { nameMistakes } from './names.ts';
import { peopleMistakes } from './people.ts';
import { titleMistakes } from './titles.ts';
import { typingMistakes } from './typing.ts';
import { urlMistakes } from './urls.ts';
import { yamlMistakes } from './yaml.ts';

export const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
  drafts: draftMistakes,
  dates: dateMistakes,
  titles: titleMistakes,
  'several people': joinedMistakes,
  people: peopleMistakes,
  'categories and tags': nameMistakes,
  'ids and URLs': urlMistakes,
  YAML: yamlMistakes,
  'invisible characters': invisibleMistakes,
  languages: languageMistakes,
  images: imageMistakes,
  'links and markup': markupMistakes,
  typing: typingMistakes,
};
