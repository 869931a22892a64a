-- A published version has files that are not for the public: the protocol of its disclosure control.
alter table lagesbild_file add column audience text not null default 'public' check (audience in ('public', 'staff'));
