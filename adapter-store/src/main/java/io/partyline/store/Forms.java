package io.partyline.store;

import java.util.List;
import java.util.stream.Stream;

/// The tables, and how those of an earlier form become those of today.
///
/// In form 1 the numbers of the events went on through all shows, and nobody held a lease. Its
/// events keep their numbers: they are in exports that hosts have, and ids were made from them.
final class Forms {
    private static final List<String> EVENTS =
            List.of(
                    "create table event (id integer primary key, show text not null,"
                            + " seq integer not null, body text not null)",
                    "create unique index event_of_show on event (show, seq)",
                    "create table lease (show text primary key, number integer not null)",
                    "pragma user_version = " + Database.VERSION);

    /// Where there is nothing yet.
    static final List<String> FIRST =
            with(
                    List.of("create table ban (fingerprint text primary key, since text not null)"),
                    EVENTS,
                    List.of());

    static final List<String> FROM_1_TO_2 =
            with(
                    List.of(
                            "drop index event_of_show",
                            "alter table event rename to event_of_form_1"),
                    EVENTS,
                    List.of(
                            "insert into event (show, seq, body)"
                                    + " select show, seq, body from event_of_form_1 order by seq",
                            "drop table event_of_form_1"));

    private Forms() {}

    private static List<String> with(List<String> before, List<String> steps, List<String> after) {
        return Stream.of(before, steps, after).flatMap(List::stream).toList();
    }
}
