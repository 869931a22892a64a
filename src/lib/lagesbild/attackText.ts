import type { AttackProtocol } from '#lib/disclosure/protection.ts';
import { numberText } from '#lib/shared/numberText.ts';

/** What came of the attack on the tables, for those who judge the protection. */
export function attackText({ numbers }: AttackProtocol): string {
	return `Tabellerna är dessutom angripna av en tänkt läsare som vet hur talen har kommit till: hur många enheter som fick frågan, att den som angett ett antal känner till minst en person, och från vilket antal en fördelning efterfrågas. Läsaren prövade ${numberText(numbers)} uppgifter, däribland vad enskilda enheter känner till, och kunde inte räkna fram någon av dem.`;
}
