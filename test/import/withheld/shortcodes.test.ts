/** Shortcodes that show what is in them to some readers only. */
import { expect, test } from '@jest/globals';
import { renderContent } from '../../../src/import/text/content.ts';
import { exportIndex } from '../../support/exportItem.ts';

const render = (content: string) =>
  renderContent(content, {
    index: exportIndex(),
    path: 'posts/a.md',
    resolveFile: (url) => url,
    resolveLink: (url) => url,
  });
const logics = (...fields: string[]): string =>
  btoa(JSON.stringify(fields.map((field) => ({ operator: 'and', comparison: 'equal', field, value: 'x' }))));
const avada = (text: string, attributes = ''): string =>
  `[fusion_builder_container][fusion_builder_row][fusion_builder_column${attributes}][fusion_text]${text}[/fusion_text][/fusion_builder_column][/fusion_builder_row][/fusion_builder_container]`;

test.each([
  ['fusion_builder_column', avada('Secret.', ` render_logics="${logics('user_state')}"`)],
  ['fusion_builder_column', avada('Secret.', ` render_logics="${logics('device_type', 'user_role')}"`)],
  ['fusion_builder_column', avada('Secret.', ' render_logics="broken"')],
  ['et_pb_text', '[et_pb_text display_conditions="W3siaWQiOiIxIn1d"]Secret.[/et_pb_text]'],
  ['is_paid', '[is_paid]Secret.[/is_paid]'],
  ['ppwp', '[ppwp passwords="a"]Secret.[/ppwp]'],
  ['pms-restrict', '[pms-restrict subscription_plans="1"]Secret.[/pms-restrict]'],
  ['acme_box', '[acme_box roles="editor"]Secret.[/acme_box]'],
  ['acme_box', '[acme_box visibility="logged-in"]Secret.[/acme_box]'],
  ['acme_schedule', '[acme_schedule from="2030-01-01"]Secret.[/acme_schedule]'],
  ['acmePaywall', '[acmePaywall]Secret.[/acmePaywall]'],
])('[%s] is left out: %s', (name, content) => {
  const { html, losses } = render(`Before.\n\n${content}`);
  expect(html).not.toContain('Secret.');
  expect(losses.map(({ kind, what }) => [kind, what.startsWith(`[${name}] left out (`)])).toEqual([['hidden', true]]);
});

const forSome = `is_paid am4show wlm_ismember user_can current_user_can wpv-conditional visibility capability eyesonly
  pvt-content pc-pvt-content privatecontent content_control if_user showifrole registered lock locker sociallocker
  emaillocker paid wpmem vip vip_only staffonly membersarea staff internal students`;

test.each(forSome.split(/\s+/))('[%s] is left out by its name', (name) => {
  const { html, losses } = render(`Before.\n\n[${name}]Secret.[/${name}]`);
  expect(html).not.toContain('Secret.');
  expect(losses.map(({ kind }) => kind)).toEqual(['hidden']);
});

const toggles = `show-hide show_hide showHide showhide hide-show hideshow toggle-hide hide_toggle hideable read-more-hide
  expand-hide show_hide_content acme-showhide`;

test.each(toggles.split(/\s+/))('[%s] is a toggle, which hides nothing', (name) => {
  const { html, losses } = render(`Before.\n\n[${name}]Shown.[/${name}]`);
  expect(html).toContain('Shown.');
  expect(losses.map(({ kind }) => kind)).not.toContain('hidden');
});

const doubtful = `hide show_hidden hide_content show_hide_members show-hide-if-role show_hide_by_user hide_from_show
  toggle_visibility show_hide_logged_in members_show_hide hide_more`;

test.each(doubtful.split(/\s+/))('[%s] may be more than a toggle', (name) => {
  const { html } = render(`Before.\n\n[${name}]Secret.[/${name}]`);
  expect(html).not.toContain('Secret.');
});

test('a toggle is a section, which may have a title', () => {
  const titled = render('[show-hide title="More"]<b>Shown.</b>[/show-hide]').html;
  expect(titled).toMatch(/<h4>More<\/h4>\s*<div><b>Shown\.<\/b><\/div>/);
  const { html, losses } = render('[showhide hidden="yes"]Shown.[/showhide] and [show-hide]');
  expect(html).toContain('<div>Shown.</div>');
  expect(html).toContain('[show-hide]');
  expect(losses).toEqual([]);
});

test('a toggle may be for some readers', () => {
  expect(render('Before.\n\n[show-hide roles="editor"]Secret.[/show-hide]').html).not.toContain('Secret.');
});

test.each('am4guest wlm_nonmember remember staff_list lock-icon commonly readonly'.split(' '))(
  '[%s] is shown',
  (name) => {
    expect(render(`[${name}]Shown.[/${name}]`).html).toContain('Shown.');
  },
);

test.each([
  avada('Shown.', ` render_logics="${logics('device_type')}"`),
  avada('Shown.', ' render_logics=""'),
  '[et_pb_text display_conditions=""]Shown.[/et_pb_text]',
  '[um_loggedout]Shown.[/um_loggedout]',
  '[acme_not_logged_in]Shown.[/acme_not_logged_in]',
  '[acme_guests roles="editor"]Shown.[/acme_guests]',
  '[team_member role="Tutor"]Shown.[/team_member]',
  '[acme_box mobile_visibility="hide" role="note"]Shown.[/acme_box]',
])('is shown: %s', (content) => {
  expect(render(content).html).toContain('Shown.');
});
