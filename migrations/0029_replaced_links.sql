-- A unit's links can be withdrawn and a new one issued, with a message of its own.

alter table outbox_message
	drop constraint outbox_message_kind_check,
	add constraint outbox_message_kind_check
		check (kind in ('invitation', 'reminder', 'replacement', 'thanks', 'notice', 'trial'));

alter table message_text
	drop constraint message_text_kind_check,
	add constraint message_text_kind_check check (kind in ('invitation', 'reminder', 'replacement', 'thanks'));
