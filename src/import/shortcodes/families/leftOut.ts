/** What cannot be carried over: forms, sliders kept elsewhere, lists that WordPress fills in. */
import { drop, type Family, leaveOut, mapNames } from '../shapes.ts';

const forms = `contact-form-7 contact-form contact-field jetpack-contact-form gravityform gravityforms wpforms ninja_form
  ninja_forms ninja_forms_display_form formidable mc4wp_form mailchimp mailpoet_form wysija_form fluentform caldera_form
  everest_form forminator_form form hubspot typeform_embed typeform cformsii si-contact-form ultimatemember
  et_pb_contact_form et_pb_contact_field et_pb_signup et_pb_signup_custom_field et_pb_login et_pb_search fusion_form
  fusion_login fusion_register fusion_lost_password fusion_search fusion_mailchimp_form newsletter newsletter_form
  subscribe2 blog_subscription_form optin-monster optin-monster-shortcode convertkit wpdevart_forms wpcf7`;

const sliders = `rev_slider rev_slider_vc layerslider layerslider_vc smartslider3 metaslider ml-slider masterslider
  soliloquy fusion_fusionslider fusionslider fusion_slider_revolution fusion_layerslider fusion_revslider nggallery ngg
  ngg_images nggalbum slideshow_deploy envira-gallery foogallery modula portfolio_slideshow`;

const lists = `recent_posts fusion_recent_posts display-posts wp_show_posts catlist postlist archives sitemap pagelist subpages
  child_pages tag_cloud jetpack_subscription_form jetpack-related-posts portfolio testimonials_list products product
  product_category recent_products featured_products sale_products best_selling_products top_rated_products add_to_cart
  woocommerce_cart woocommerce_checkout woocommerce_my_account woocommerce_order_tracking fusion_blog fusion_portfolio
  fusion_faq fusion_events fusion_featured_products_slider fusion_products_slider fusion_woo_product_grid fusion_woo_shortcodes
  fusion_post_cards fusion_postslider fusion_post_slider fusion_widget fusion_widget_area fusion_menu fusion_breadcrumbs
  fusion_global fusion_instagram fusion_twitter_timeline fusion_user_login fusion_library et_pb_blog et_pb_portfolio
  et_pb_filterable_portfolio et_pb_fullwidth_portfolio et_pb_post_slider et_pb_fullwidth_post_slider et_pb_post_title
  et_pb_fullwidth_post_title et_pb_post_nav et_pb_comments et_pb_sidebar et_pb_menu et_pb_fullwidth_menu et_pb_shop
  et_pb_post_content et_pb_fullwidth_post_content et_pb_social_media_follow et_pb_social_media_follow_network vc_posts_grid
  vc_posts_slider vc_basic_grid vc_masonry_grid vc_carousel vc_widget_sidebar vc_wp_search vc_wp_meta
  vc_wp_recentcomments vc_wp_calendar vc_wp_pages vc_wp_tagcloud vc_wp_custommenu vc_wp_posts vc_wp_links
  vc_wp_categories vc_wp_archives vc_wp_rss vc_facebook vc_tweetmeme vc_googleplus vc_pinterest vc_flickr vc_round_chart
  vc_line_chart vc_acf fusion_chart fusion_chart_dataset fusion_social_links fusion_sharing fusion_countdown
  et_pb_countdown_timer gravatar poll polldaddy crowdsignal likes sharing wp-polls`;

const contents = 'toc ez-toc lwptoc table_of_contents tableofcontents rank_math_toc wpstoc fusion_table_of_contents';

export const leftOut: Family = {
  ...mapNames(forms, leaveOut('form')),
  ...mapNames(sliders, leaveOut('shortcode', 'its slides are not in the export')),
  ...mapNames(lists, leaveOut('shortcode', 'WordPress or a plugin fills it in')),
  ...mapNames(contents, leaveOut('shortcode', 'table of contents')),
  ...mapNames('no_toc notoc no-sharing nolikes et_pb_br_holder et_pb_line_break_holder', drop),
};
