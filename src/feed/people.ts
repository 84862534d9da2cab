/** People as feeds name them. */
import { webUrl } from '../blog/url.ts';
import type { Person } from '../post/fields/authors.ts';

const email = /^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i;

/** A person's e-mail address, where it is one that every reader takes. */
export function emailOf(person: Person): string | undefined {
  return person.email !== undefined && email.test(person.email) ? person.email : undefined;
}

/** A person's own page, where its address is whole. */
export function pageOf(person: Person): string | undefined {
  return person.url !== undefined && /^https?:/i.test(person.url) ? webUrl(person.url) : undefined;
}
