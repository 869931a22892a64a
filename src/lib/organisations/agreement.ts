/** Kinds of written agreement (lag 2023:196, 9 §). IOP: idéburet offentligt partnerskap. */
export const agreementKinds = ['cooperation', 'iop', 'contract'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

export const agreementKindName: Readonly<Record<AgreementKind, string>> = {
	cooperation: 'Samverkansöverenskommelse',
	iop: 'Idéburet offentligt partnerskap (IOP)',
	contract: 'Avtal'
};
