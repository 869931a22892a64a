/** Our own small syntax tree, compiled from SurveyJS's expression language. */
export type Expression =
	| { readonly kind: 'constant'; readonly value: unknown }
	/** `asIs`: written `{#name}`; the answer is compared without turning '12' into 12 and 'true' into true. */
	| { readonly kind: 'variable'; readonly path: string; readonly asIs?: true }
	| { readonly kind: 'array'; readonly items: readonly Expression[] }
	| { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
	| {
			readonly kind: 'binary';
			readonly operator: string;
			readonly left: Expression;
			readonly right: Expression;
	  }
	| {
			readonly kind: 'call';
			readonly name: string;
			readonly arguments: readonly Expression[];
			/** Of the functions of a table: which of its rows count; its names are the row's columns. */
			readonly rowsIf?: Expression;
	  };
