import type { Chapter, Section } from './lagesbild.ts';

/** The heading of a section; null where the chapter's own says it: one section needs no second heading. */
export function sectionHeading(
	chapter: Pick<Chapter, 'title' | 'sections'>,
	section: Section
): string | null {
	const { title } = section;
	return title === '' || title === chapter.title || chapter.sections.length < 2 ? null : title;
}
