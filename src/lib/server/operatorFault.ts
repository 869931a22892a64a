/** A fault that the operator can mend. The message is one Swedish line; it is shown without a stack and ends the program with 1. */
export class OperatorFault extends Error {
	override readonly name = 'OperatorFault';
}
