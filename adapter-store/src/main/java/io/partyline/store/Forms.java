package io.partyline.store;

import java.util.List;
import java.util.stream.Stream;

/// The tables, and how those of an earlier form become those of today.
///
/// In form 1 the numbers of the events went on through all shows, and nobody held a lease. Its
/// events keep their numbers: they are in exports that hosts have, and ids were made from them. In
/// form 2 the caller book knew of bans alone.
final class Forms {
    private static final List<String> EVENTS =
            List.of(
                    "create table event (id integer primary key, show text not null,"
                            + " seq integer not null, body text not null)",
                    "create unique index event_of_show on event (show, seq)",
                    "create table lease (show text primary key, number integer not null)",
                    "pragma user_version = 2");

    /// What the caller book holds of people, and which evening each show is.
    private static final List<String> FROM_2_TO_3 =
            List.of(
                    "create table caller (fingerprint text primary key, body text not null,"
                            + " last text not null)",
                    "create table regular (id text primary key, body text not null)",
                    "create table evening (number integer primary key,"
                            + " show text not null unique)",
                    "pragma user_version = 3");

    /// Where there is nothing yet.
    private static final List<String> FIRST =
            with(
                    List.of("create table ban (fingerprint text primary key, since text not null)"),
                    EVENTS,
                    List.of());

    private static final List<String> FROM_1_TO_2 =
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

    /// What makes the tables of today of those of an earlier form; of form 0, where there are none.
    static List<String> from(int version) {
        return switch (version) {
            case 0 -> with(FIRST, FROM_2_TO_3, List.of());
            case 1 -> with(FROM_1_TO_2, FROM_2_TO_3, List.of());
            case 2 -> FROM_2_TO_3;
            default -> List.of();
        };
    }

    private static List<String> with(List<String> before, List<String> steps, List<String> after) {
        return Stream.of(before, steps, after).flatMap(List::stream).toList();
    }
}
