/** Contact details of authors in feeds. */
import { webUrl } from '../blog/url.ts';
import type { Person } from '../post/fields/authors.ts';

const email = /^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i;

/** The email address of a person, if every feed reader accepts it. */
export function emailOf(person: Person): string | undefined {
  return person.email !== undefined && email.test(person.email) ? person.email : undefined;
}

/** The page of a person, if its URL is absolute. */
export function pageOf(person: Person): string | undefined {
  return person.url !== undefined && /^https?:/i.test(person.url) ? webUrl(person.url) : undefined;
}
