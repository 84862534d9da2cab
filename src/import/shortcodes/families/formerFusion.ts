/** What Avada called its elements before version 5. */
import type { Family, Mapper } from '../shapes.ts';
import { fusion } from './fusion.ts';

const former = `person tagline_box content_boxes content_box counters_box counter_box counters_circle counter_circle
  progress slider slide flip_boxes flip_box pricing_table pricing_column pricing_price pricing_row pricing_footer modal
  images lightbox menu_anchor one_page_text_link popover map gallery_image section_separator fontawesome testimonials
  testimonial checklist li_item imageframe`;

/** The names of elements before version 5, which are ordinary words. */
export const formerFusion: Family = Object.fromEntries(
  former.split(/\s+/).flatMap((name): [string, Mapper][] => {
    const mapper = fusion[`fusion_${name}`];
    return mapper ? [[name, mapper]] : [];
  }),
);
