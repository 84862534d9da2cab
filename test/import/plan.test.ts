import { describe, expect, test } from '@jest/globals';
import { headOf, type PlanOptions, planItem, statusWord } from '../../src/import/plan.ts';
import type { ExportItem } from '../../src/import/types.ts';
import { exportItem } from '../support/exportItem.ts';

const options: PlanOptions = { types: ['post'], include: [], meta: new Map(), filename: '{date}-{slug}' };
const plan = (item: Partial<ExportItem>, more: Partial<PlanOptions> = {}) => {
  const found = planItem(exportItem(item), undefined, { ...options, ...more });
  if (found.action === 'skip') return `${found.disclosure}: ${found.reason}`;
  return (found.isDraft && statusWord(exportItem(item))) || (found.isDraft ? 'draft' : 'public');
};
const all = ['private', 'password', 'trash'] as const;

describe('the status of an item', () => {
  test.each([
    ['publish', 'public'],
    ['future', 'public'],
    ['draft', 'draft'],
    ['pending', 'pending'],
    ['auto-draft', 'draft'],
    ['archived', 'draft'],
    ['', 'draft'],
    ['private', 'id: private; to import it as a draft, pass --include private'],
    ['trash', 'id: in the trash; to import it as a draft, pass --include trash'],
  ])('“%s” is %s', (status, expected) => {
    expect(plan({ status })).toBe(expected);
  });

  test.each([
    ['private', '', 'private'],
    ['trash', '', 'trash'],
    ['publish', 'x', 'password'],
    ['draft', 'x', 'password'],
    ['private', 'x', 'private'],
    ['trash', 'x', 'trash'],
  ])('%s with the password “%s” is a draft where it was asked for, and says what it was', (status, password, word) => {
    expect(plan({ status, password }, { include: all })).toBe(word);
  });

  test('a password keeps a published post back', () => {
    expect(plan({ password: 'x' })).toBe('id: password-protected; to import it as a draft, pass --include password');
  });

  test('every reason to keep a post back must be lifted', () => {
    expect(plan({ status: 'trash', password: 'x' }, { include: ['trash'] })).toMatch(/^id: password-protected/);
    expect(plan({ status: 'trash', password: 'x' }, { include: ['trash', 'password'] })).toBe('trash');
  });
});

test('what themes keep as posts is imported where it is asked for', () => {
  expect(plan({ type: 'fusion_template' }, { types: ['fusion_template'] })).toBe('public');
});

describe('the type of an item', () => {
  test.each([
    ['post', 'public'],
    ['', 'public'],
    ['page', 'title: type “page”; to import it as well, pass --type post --type page'],
    ['book', 'title: type “book”; to import it as well, pass --type post --type book'],
    ['attachment', 'count: image or other file (posts link to those that they use)'],
    ['nav_menu_item', 'count: menu item'],
    ['wpcf7_contact_form', 'count: form'],
    ['fusion_template', 'count: template or setting of a theme or plugin'],
    ['elementor_library', 'count: template or setting of a theme or plugin'],
    ['acf-field-group', 'count: template or setting of a theme or plugin'],
    ['avada_portfolio', 'title: type “avada_portfolio”; to import it as well, pass --type post --type avada_portfolio'],
    ['revision', 'count: revision'],
    ['custom_css', 'count: style'],
    ['wp_global_styles', 'count: style'],
    ['wp_block', 'count: reusable block (posts that use it have its text)'],
    ['wp_template', 'count: template'],
    ['wp_navigation', 'count: menu'],
    ['guest-author', 'count: guest author (posts name theirs)'],
    ['feedback', 'count: answer to a form, or data about a user: never imported'],
    ['flamingo_inbound', 'count: answer to a form, or data about a user: never imported'],
    ['flamingo_contact', 'count: answer to a form, or data about a user: never imported'],
    ['um_form', 'count: answer to a form, or data about a user: never imported'],
    ['x; $(y)', "title: type “x; $(y)”; to import it as well, pass --type post --type 'x; $(y)'"],
    ['constructor', 'title: type “constructor”; to import it as well, pass --type post --type constructor'],
  ])('“%s” is %s', (type, expected) => {
    expect(plan({ type })).toBe(expected);
  });

  test('those asked for are written, in place of posts', () => {
    expect(plan({ type: 'page' }, { types: ['page'] })).toBe('public');
    expect(plan({ type: 'post' }, { types: ['page'] })).toBe(
      'title: type “post”; to import it as well, pass --type page --type post',
    );
  });

  test.each(['feedback', 'flamingo_inbound', 'um_directory', 'revision', 'nav_menu_item'])(
    '%s is not written even where it was asked for',
    (type) => {
      expect(plan({ type }, { types: [type], include: all })).toMatch(/^count: /);
    },
  );

  test('a private page is named by its number alone, also where private posts were asked for', () => {
    const reason = 'id: type “page”; to import it as well, pass --type post --type page';
    expect(plan({ type: 'page', status: 'private' })).toBe(reason);
    expect(plan({ type: 'page', status: 'private' }, { include: all })).toBe(reason);
  });
});

test.each([
  ['hello__trashed', [], 'hello'],
  ['hello__trashed', [{ key: '_wp_desired_post_slug', value: 'hello-there' }], 'hello-there'],
  ['hello', [{ key: '_wp_desired_post_slug', value: 'old' }], 'hello'],
])('the slug of “%s” with %j is “%s”', (name, meta, expected) => {
  expect(headOf(exportItem({ name, meta }), { isDraft: true }).name).toBe(expected);
});

test.each([
  ['_members_access_role', 'editor'],
  ['groups-read', '3'],
  ['_wpmem_block', '1'],
  ['_wpac_is_members_only', 'true'],
  ['pms-content-restrict-user-status', 'loggedin'],
  ['um_content_restriction', 'a:1:{s:14:"_um_accessible";s:1:"2";}'],
])('a post that %s keeps for members is withheld', (key, value) => {
  const meta = [{ key, value }];
  expect(plan({ meta })).toBe('id: for members only; to import it as a draft, pass --include private');
  expect(plan({ meta }, { include: all })).toBe('private');
  expect(plan({ meta: [{ key, value: '' }] })).toBe('public');
});
