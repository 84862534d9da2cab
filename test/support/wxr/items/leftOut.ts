/** What is left out: by its status, by its type, or because nobody but its site may have it. */
import type { SampleItem } from '../sample.ts';

const secret = 'Nobody outside may read this sentence.';
const item = (skipped: string, given: Partial<SampleItem>): SampleItem => ({
  title: secret,
  name: 'for-staff',
  content: secret,
  skipped,
  ...given,
});
const ofType = (type: string, skipped: string, given: Partial<SampleItem> = {}): SampleItem =>
  item(skipped, { type, name: `of-type-${type}`, ...given });

export const leftOut: SampleItem[] = [
  item('private', { status: 'private', date: '2016-02-02 10:00:00', comments: [{ author: 'Ann', content: secret }] }),
  item('password-protected', { password: 'tea', name: 'with-a-password' }),
  item('password-protected', { password: '0', name: 'with-a-short-password' }),
  item('in the trash', { status: 'trash', name: 'thrown-away__trashed' }),
  item('for members only', { name: 'for-members', meta: [['_members_access_role', 'editor']] }),
  item('for members only', { name: 'for-subscribers', meta: [['_jetpack_newsletter_access', 'subscribers']] }),
  ofType('page', 'type “page”', { title: 'About us', content: 'Who we are.' }),
  ofType('page', 'type “page”', { title: 'Contact', content: 'Where we are.', name: 'contact' }),
  ofType('page', 'type “page”', { status: 'private', name: 'staff-page' }),
  ofType('event', 'type “event”', { title: 'Open evening', content: 'Come.' }),
  ofType('event', 'type “event”', { title: 'Open morning', content: 'Come.', name: 'open-morning' }),
  ofType('nav_menu_item', 'menu item', { meta: [['_menu_item_type', 'custom']] }),
  ofType('nav_menu_item', 'menu item', { name: 'second-menu-item' }),
  ofType('wp_navigation', 'menu'),
  ofType('revision', 'revision', { status: 'inherit', name: '1000-revision-v1' }),
  ofType('custom_css', 'style'),
  ofType('wp_global_styles', 'style'),
  ofType('wp_template', 'template'),
  ofType('wp_template_part', 'template'),
  ofType('oembed_cache', 'cached embed'),
  ofType('customize_changeset', 'setting of the theme', { status: 'trash' }),
  ofType('wp_block', 'reusable block', {
    id: 601,
    content: '<!-- wp:paragraph --><p>Write to us, and we answer.</p><!-- /wp:paragraph -->',
  }),
  ofType('wp_block', 'reusable block', { id: 602, status: 'private' }),
  ofType('guest-author', 'guest author', {
    title: 'Sam Guest',
    name: 'cap-sam-guest',
    meta: [
      ['cap-display_name', 'Sam Guest'],
      ['cap-user_login', 'sam-guest'],
      ['cap-user_email', 'sam@secret.example'],
    ],
  }),
  ofType('feedback', 'answer to a form', { comments: [{ author: 'Ann', content: secret }] }),
  ofType('flamingo_inbound', 'answer to a form'),
  ofType('flamingo_contact', 'answer to a form'),
  ofType('um_form', 'answer to a form'),
  ofType('shop_order', 'answer to a form', { status: 'wc-completed' }),
];
