import { Marked, type Token, type Tokens } from 'marked';
import type { PlainBlock, Span, Words, WrittenBlock } from './lagesbild.ts';

// Without quotations: > after > nests as deep as it is typed, and the reading of it has an end.
const markdown = new Marked({ gfm: false, tokenizer: { blockquote: () => undefined } });

/** More marks of lists on a line than anybody means; each would be a list within the one before. */
const deepLists = /^[ \t]*(?=(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){8})/gm;

/** What a person wrote in Markdown, as blocks: headings, paragraphs, lists, emphasis and links. Everything else is shown as it was written. */
export function writtenBlocks(text: string): WrittenBlock[] {
	return levelled(markdown.lexer(text.replace(deepLists, '\\')).flatMap(blocksOf));
}

/** The same for a short field, which has a heading of its own: headings in it are paragraphs. */
export function plainBlocks(text: string): PlainBlock[] {
	return writtenBlocks(text).map((block) =>
		block.kind === 'heading' ? { kind: 'paragraph', text: [{ text: block.text, isStrong: true }] } : block
	);
}

interface DeepHeading {
	readonly kind: 'heading';
	readonly depth: number;
	readonly text: string;
}

/** Levels one and two, whatever depths were written, and never a second without a first: readers and PDF/UA count on it. */
function levelled(blocks: readonly (PlainBlock | DeepHeading)[]): WrittenBlock[] {
	const first = blocks.find((block) => block.kind === 'heading')?.depth ?? 1;
	return blocks.map((block) =>
		block.kind === 'heading'
			? { kind: 'heading', level: block.depth > first ? 2 : 1, text: block.text }
			: block
	);
}

function blocksOf(token: Token): (PlainBlock | DeepHeading)[] {
	switch (token.type) {
		case 'space':
		case 'hr':
		case 'def':
			return [];
		case 'heading': {
			const { depth, tokens } = token as Tokens.Heading;
			return [{ kind: 'heading', depth, text: plainWords(wordsOf(tokens)) }];
		}
		case 'list':
			return [listOf(token as Tokens.List)];
		case 'code':
			return paragraphs(oneLine((token as Tokens.Code).text));
		case 'paragraph':
			return paragraphs(wordsOf((token as Tokens.Paragraph).tokens));
		default:
			return paragraphs(oneLine(token.raw));
	}
}

function paragraphs(text: Words): PlainBlock[] {
	return plainWords(text).trim() === '' ? [] : [{ kind: 'paragraph', text }];
}

/** A list within a list is part of it: its items follow the item that they stand under. */
function listOf({ ordered, items }: Tokens.List): PlainBlock {
	const written = items.flatMap(itemsOf);
	return { kind: 'list', items: written, ...(ordered ? { isOrdered: true } : {}) };
}

function itemsOf({ tokens }: Tokens.ListItem): Words[] {
	const own = tokens.filter(({ type }) => type !== 'list' && type !== 'space');
	const spans = own.flatMap((token, place) => [
		...(place > 0 ? [{ text: ' ' }] : []),
		...spansOf(partsOf(token) ?? [token])
	]);
	const within = tokens.filter(({ type }) => type === 'list') as Tokens.List[];
	return [joined(spans), ...within.flatMap((list) => list.items.flatMap(itemsOf))];
}

// The library's own type says that every token has parts; a plain text has none.
function partsOf(token: Token): readonly Token[] | undefined {
	return (token as { readonly tokens?: readonly Token[] }).tokens;
}

function wordsOf(tokens: readonly Token[]): Words {
	return joined(spansOf(tokens));
}

type Style = Omit<Span, 'text'>;

function spansOf(tokens: readonly Token[], style: Style = {}): Span[] {
	return tokens.flatMap((token): Span[] => {
		const within = (more: Style) => spansOf(partsOf(token) ?? [], { ...style, ...more });
		switch (token.type) {
			case 'strong':
				return within({ isStrong: true });
			case 'em':
				return within({ isEmphasised: true });
			case 'link': {
				const href = safeAddress((token as Tokens.Link).href);
				return href === null ? [{ ...style, text: oneLine(token.raw) }] : within({ href });
			}
			case 'br':
				return [{ ...style, text: ' ' }];
			case 'escape':
				return [{ ...style, text: (token as Tokens.Escape).text }];
			default:
				return [{ ...style, text: oneLine(token.raw) }];
		}
	});
}

/** Pages, and addresses to write to; as ASCII, so that no document changes a letter of it. */
function safeAddress(href: string): string | null {
	const url = URL.canParse(href) ? new URL(href) : null;
	return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

function oneLine(text: string): string {
	return text.replace(/\s*\n\s*/g, ' ');
}

function hasStyle({ isStrong, isEmphasised, href }: Span): boolean {
	return isStrong === true || isEmphasised === true || href !== undefined;
}

function styleOf({ isStrong, isEmphasised, href }: Span): string {
	return JSON.stringify([isStrong, isEmphasised, href]);
}

/** Spans of one style as one, and a text without any style as a plain string. */
function joined(spans: readonly Span[]): Words {
	const merged: Span[] = [];
	for (const span of spans) {
		const last = merged.at(-1);
		if (last && styleOf(last) === styleOf(span))
			merged[merged.length - 1] = { ...last, text: last.text + span.text };
		else merged.push(span);
	}
	return merged.some(hasStyle)
		? merged
		: merged
				.map(({ text }) => text)
				.join('')
				.trim();
}

/** The words without their style. */
function plainWords(words: Words): string {
	return typeof words === 'string' ? words : words.map(({ text }) => text).join('');
}
