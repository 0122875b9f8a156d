package io.partyline.show;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What is known of a real caller before they speak on the air: what they told a screener, and what
/// host or producer have written, whose words stand over the screener's.
///
/// Blank texts are not known.
///
/// @param name what they are called on the air
/// @param place where they call from
/// @param point what they want to say, in a sentence
/// @param notes for host and producer alone; nobody else is told, and no model
/// @param vip whether they are somebody to take care of
/// @param mood in a word or two, as the screener heard it
/// @param confidence how sure the screener is of all this, 0 to 1; 0 if nobody was screened
/// @param minor whether they may be a child
/// @param danger whether somebody may be in danger, so that a human has to look at once
/// @param byHand what a person has written, and no screener changes
/// @param screening how far asking has come
/// @param askedAt when the screener began to ask, the last time
/// @param writtenBy whose hand wrote the last time; empty if nobody has, or a screener since
public record Card(
        String name,
        String place,
        String point,
        String notes,
        boolean vip,
        String mood,
        double confidence,
        boolean minor,
        boolean danger,
        Set<Field> byHand,
        Screening screening,
        Optional<Instant> askedAt,
        Optional<Seat> writtenBy) {

    /// Letters in a name: more than anybody is called by on the radio.
    public static final int LONGEST_NAME = 60;

    /// Letters in a place, a point and a mood: a long sentence.
    public static final int LONGEST = 300;

    /// Letters in notes.
    public static final int LONGEST_NOTES = 1_000;

    /// A card on which nothing is written.
    public static final Card BLANK =
            new Card(
                    "",
                    "",
                    "",
                    "",
                    false,
                    "",
                    0,
                    false,
                    false,
                    Set.of(),
                    Screening.NONE,
                    Optional.empty(),
                    Optional.empty());

    public Card {
        byHand = Set.copyOf(byHand);
    }

    /// What both a screener and a person can fill in.
    public enum Field {
        NAME,
        PLACE,
        POINT
    }

    /// How far asking a caller has come. However it ends, the caller waits in their place.
    public enum Screening {
        /// They have not been asked.
        NONE,
        /// The screener is with them.
        ASKING,
        /// They have said what they want.
        DONE,
        /// They do not want to talk to a machine.
        DECLINED,
        /// Nothing could be learnt: they were silent, or something of ours failed.
        FAILED,
        /// Somebody was quicker: the host took them or talked to them, or the producer did.
        BROKEN_OFF
    }

    /// What a person writes onto a card. What is empty stays as it was; a blank text takes out what
    /// was there, and lets a screener fill it in again.
    public record Written(
            Optional<String> name,
            Optional<String> place,
            Optional<String> point,
            Optional<String> notes,
            Optional<Boolean> vip,
            Optional<Boolean> minor,
            Optional<Boolean> danger) {
        /// Nothing is said of any field.
        public static final Written NOTHING =
                new Written(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        /// The same in one line each, none of it too long, and without telephone numbers.
        Written tidy() {
            return new Written(
                    name.map(text -> line(text, LONGEST_NAME)),
                    place.map(text -> line(text, LONGEST)),
                    point.map(text -> line(text, LONGEST)),
                    notes.map(text -> line(text, LONGEST_NOTES)),
                    vip,
                    minor,
                    danger);
        }
    }

    /// What a screener has understood. Blank texts were not told.
    ///
    /// @param confidence 0 to 1
    public record Told(
            String name,
            String place,
            String point,
            String mood,
            double confidence,
            boolean minor,
            boolean danger) {

        /// The same in one line each, none of it too long, and without telephone numbers.
        Told tidy() {
            return new Told(
                    line(name, LONGEST_NAME),
                    line(place, LONGEST),
                    line(point, LONGEST),
                    line(mood, LONGEST),
                    Double.isFinite(confidence) ? Math.clamp(confidence, 0, 1) : 0,
                    minor,
                    danger);
        }
    }

    /// Whether the screener is with them now.
    public boolean asking() {
        return screening == Screening.ASKING;
    }

    /// Whether a human has to look at once.
    public boolean flagged() {
        return minor || danger;
    }

    /// Whether all of this stands here already.
    boolean says(Written words) {
        return equals(written(words, writtenBy));
    }

    /// Whether something else has come into a field since its writer saw it.
    boolean hasChanged(Written words, Written seen) {
        return changed(words.name(), seen.name(), name)
                || changed(words.place(), seen.place(), place)
                || changed(words.point(), seen.point(), point)
                || changed(words.notes(), seen.notes(), notes)
                || changed(words.vip(), seen.vip(), vip)
                || changed(words.minor(), seen.minor(), minor)
                || changed(words.danger(), seen.danger(), danger);
    }

    private static <T> boolean changed(Optional<T> written, Optional<T> seen, T now) {
        return written.filter(words -> !words.equals(now)).isPresent()
                && seen.filter(before -> !before.equals(now)).isPresent();
    }

    /// @param by whose hand it is
    Card written(Written more, Optional<Seat> by) {
        Set<Field> hand = EnumSet.noneOf(Field.class);
        hand.addAll(byHand);
        mark(hand, Field.NAME, more.name());
        mark(hand, Field.PLACE, more.place());
        mark(hand, Field.POINT, more.point());
        return new Card(
                more.name().orElse(name),
                more.place().orElse(place),
                more.point().orElse(point),
                more.notes().orElse(notes),
                more.vip().orElse(vip),
                mood,
                confidence,
                more.minor().orElse(minor),
                more.danger().orElse(danger),
                hand,
                screening,
                askedAt,
                by);
    }

    private static void mark(Set<Field> hand, Field field, Optional<String> text) {
        if (text.isPresent()) {
            if (text.get().isBlank()) {
                hand.remove(field);
            } else {
                hand.add(field);
            }
        }
    }

    /// A flag that was raised is only lowered by hand.
    Card told(Told more) {
        return new Card(
                filled(Field.NAME, name, more.name()),
                filled(Field.PLACE, place, more.place()),
                filled(Field.POINT, point, more.point()),
                notes,
                vip,
                more.mood().isBlank() ? mood : more.mood(),
                more.confidence(),
                minor || more.minor(),
                danger || more.danger(),
                byHand,
                screening,
                askedAt,
                Optional.empty());
    }

    private String filled(Field field, String before, String told) {
        return told.isBlank() || byHand.contains(field) ? before : told;
    }

    /// What is remembered of a caller stands on their card until somebody says otherwise.
    Card known(Acquaintance who) {
        return new Card(
                name.isBlank() ? who.name() : name,
                place,
                point,
                notes.isBlank() ? who.notes() : notes,
                vip || who.vip(),
                mood,
                confidence,
                minor,
                danger,
                byHand,
                screening,
                askedAt,
                writtenBy);
    }

    Card asked(Instant at) {
        return at(Screening.ASKING, Optional.of(at));
    }

    Card ended(Screening how) {
        return at(how, askedAt);
    }

    /// Whoever is being asked is asked no more; of everybody else nothing changes.
    Card brokenOff(Screening how) {
        return asking() ? ended(how) : this;
    }

    /// A person talks with them: whoever is being asked, or has not been yet, needs not be.
    Card talkedWith() {
        return asking() || screening == Screening.NONE ? ended(Screening.BROKEN_OFF) : this;
    }

    private Card at(Screening now, Optional<Instant> since) {
        return new Card(
                name,
                place,
                point,
                notes,
                vip,
                mood,
                confidence,
                minor,
                danger,
                byHand,
                now,
                since,
                writtenBy);
    }

    private static String line(String text, int longest) {
        String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
        String safe = PhoneNumbers.hidden(line);
        return Beginning.of(safe, longest);
    }
}
