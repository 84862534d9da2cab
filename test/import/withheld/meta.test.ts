/** Post meta of plugins that let only some read a post. */
import { expect, test } from '@jest/globals';
import { planItem } from '../../../src/import/plan.ts';
import { exportItem } from '../../support/exportItem.ts';

const options = { types: ['post'], include: [], meta: new Map<string, string>(), filename: '{slug}.md' };
const plan = (key: string, value: string, include: readonly 'private'[] = []) =>
  planItem(exportItem({ meta: [{ key, value }] }), undefined, { ...options, include });

test.each([
  ['_jetpack_newsletter_access', 'subscribers'],
  ['_jetpack_newsletter_access', 'paid_subscribers_all_tiers'],
  ['_members_access_role', 'editor'],
  ['groups-read', '3'],
  ['_wpmem_block', '1'],
  ['pms-content-restrict-user-status', 'loggedin'],
  ['pms-content-restrict-subscription-plan', '7'],
  ['wppb-content-restrict-user-role', 'editor'],
  ['um_content_restriction', 'a:2:{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";s:1:"2";}'],
  ['rcUserLevel', 'Administrator'],
  ['rcp_user_level', 'a:1:{i:0;s:10:"subscriber";}'],
  ['rcp_access_level', '2'],
  ['rcp_subscription_level', 'any-paid'],
  ['_is_paid', '1'],
  ['_llms_is_restricted', 'yes'],
  ['arm_access_plan', '0'],
  ['ihc_mb_who', 'reg'],
  ['s2member_ccaps_req', 'a:1:{i:0;s:5:"music";}'],
  ['patreon-level', '5'],
  ['_issuem_leaky_paywall_visibility', 'a:1:{s:15:"visibility_type";s:4:"only";}'],
  ['_wppcp_post_page_visibility', 'member'],
  ['passster_activate_protection', '1'],
])('only members read it: %s %s', (key, value) => {
  const reason = 'for members only; to import it as a draft, pass --include private';
  expect(plan(key, value)).toEqual({ action: 'skip', reason, disclosure: 'id', isWithheld: true });
  expect(plan(key, value, ['private'])).toMatchObject({ action: 'write', isDraft: true });
});

test.each([
  ['_acme_restricted', 'yes'],
  ['acme_members_only', '1'],
  ['acme-paywall', 'on'],
  ['acme_access_level', 'gold'],
  ['acme_membership_levels', 'a:1:{i:0;i:3;}'],
])('nobody knows whether all may read it: %s %s', (key, value) => {
  const why = `perhaps for members only, by the custom field “${key}”`;
  const reason = `${why}; to import it as a draft, pass --include private`;
  expect(plan(key, value)).toEqual({ action: 'skip', reason, disclosure: 'id', isWithheld: true });
});

test.each([
  ['_jetpack_newsletter_access', 'everybody'],
  ['_jetpack_newsletter_access', ''],
  ['_jetpack_memberships_contains_paywalled_content', '1'],
  ['um_content_restriction', 'a:1:{s:26:"_um_custom_access_settings";b:0;}'],
  ['rcUserLevel', 'None'],
  ['rcp_user_level', 'a:1:{i:0;s:3:"all";}'],
  ['rcp_access_level', 'None'],
  ['rcp_subscription_level', ''],
  ['_is_paid', '0'],
  ['_llms_is_restricted', 'no'],
  ['ihc_mb_who', '-1'],
  ['s2member_ccaps_req', 'a:1:{i:0;s:0:"";}'],
  ['patreon-level', '0'],
  ['_issuem_leaky_paywall_visibility', 'a:1:{s:15:"visibility_type";s:7:"default";}'],
  ['_wppcp_post_page_visibility', 'none'],
  ['_acme_restricted', 'no'],
  ['_acme_restrictions', 'a:0:{}'],
  ['mood', 'private'],
  ['team_member_role', 'Tutor'],
])('everybody reads it: %s %s', (key, value) => {
  expect(plan(key, value)).toEqual({ action: 'write', isDraft: false });
});
