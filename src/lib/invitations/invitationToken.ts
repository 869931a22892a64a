import { z } from 'zod';

/** 128 random bits in base64url: 22 characters, the last of which carries two bits. */
export const invitationTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/);

/** A link as it is pasted: the whole address, or its last part alone, perhaps broken over lines or with unseen signs. */
export const pastedLinkSchema = z
	.string()
	.max(2000)
	.transform(
		(text) => /^(?:.*\/svara\/)?([^/?#]+)(?:[/?#].*)?$/.exec(text.replace(/[\s\p{Cf}]/gu, ''))?.[1] ?? ''
	)
	.pipe(invitationTokenSchema);
