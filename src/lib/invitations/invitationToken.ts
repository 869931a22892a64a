import { z } from 'zod';

/** 128 random bits in base64url: 22 characters, the last of which carries two bits. */
export const invitationTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/);
