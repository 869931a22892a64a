import type { DisclosureProtocol } from '#lib/disclosure/protection.ts';
import { protocolForReaders } from './protocolForReaders.ts';
import type { Lagesbild } from './lagesbild.ts';

/** Content as it was fixed at publication: earlier programs fixed the staff's protocol with it. */
export type FixedContent = Omit<Lagesbild, 'protocol'> & {
	readonly protocol: Lagesbild['protocol'] | DisclosureProtocol;
};

/** The content as it leaves the house; the very same object where it was fixed so. */
export function contentForReaders(content: FixedContent): Lagesbild {
	const { protocol } = content;
	return 'hiddenByReason' in protocol
		? { ...content, protocol: protocolForReaders(protocol) }
		: (content as Lagesbild);
}
