package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.onAir;
import static io.partyline.show.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffTheRecordTest {
    private static final Speaker CALLER = new Speaker.RealCaller(DAVE, "Dave");
    private static final Speaker HOST = new Speaker.Host("Host");

    private static Show said(Object... speakersAndWords) {
        Story story = given(onAir(DAVE, THREE));
        Show show = story.show();
        for (int i = 0; i < speakersAndWords.length; i += 2) {
            show =
                    show.apply(
                            new FloorEvent.UtteranceSpoken(
                                    (Speaker) speakersAndWords[i],
                                    (String) speakersAndWords[i + 1],
                                    i * 48_000L,
                                    NOW,
                                    NOW));
        }
        return show;
    }

    private static List<String> told(Show show) {
        return OffTheRecord.told(show).stream().map(Utterance::text).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Don't say this on air, but he stole it.",
                "don’t mention that on the radio",
                "Please don't tell anybody.",
                "This is off the record.",
                "Can we go off air for a second?",
                "Keep that between us.",
                "Let's keep this to ourselves, between you and me.",
                "That stays between us, okay?",
                "I'm telling you this in confidence.",
                "It's confidential.",
                "That's not for the show.",
                "I don't want this on the air.",
                "I don't want that getting out.",
                "You can cut that out, right?",
                "Nobody must know.",
                "Do not repeat that.",
                "Keep it private.",
                "Never tell a soul.",
                "Please don't use my real name.",
                "I want to stay anonymous."
            })
    void peopleAskInManyWays(String words) {
        assertThat(OffTheRecord.asked(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have been on the air for ten minutes.",
                "He never says a word to me.",
                "There is a fence between the houses.",
                "I keep bees.",
                "I want to tell everybody that I quit.",
                "My record player broke.",
                "Don't forget to mention the choir.",
                "I don't know what to say."
            })
    void whoeverAsksForNothingHasAskedForNothing(String words) {
        assertThat(OffTheRecord.asked(words)).isFalse();
    }

    @Test
    void whatTheyHaveJustSaidAndAreAboutToSayIsKeptAndWhatOthersSayBetween() {
        assertThat(
                        told(
                                said(
                                        CALLER, "I love boats.",
                                        CALLER, "I sank one.",
                                        HOST, "You sank a boat?",
                                        CALLER, "Keep that between us.",
                                        HOST, "For the insurance?",
                                        CALLER, "For the insurance.",
                                        CALLER, "So now I row.")))
                .containsExactly("I love boats.", "So now I row.");
    }

    @Test
    void anotherCallersWishIsTheirOwn() {
        assertThat(told(said(HOST, "Off the record, who are you?", CALLER, "I love boats.")))
                .containsExactly("Off the record, who are you?", "I love boats.");
    }

    @Test
    void whoeverWantsNoNameSaysSo() {
        assertThat(OffTheRecord.unnamed("Please don't use my name.")).isTrue();
        assertThat(OffTheRecord.unnamed("I love boats.")).isFalse();
    }

    @Test
    void whereItWasSaidIsLeftOutOfSoundThatIsHeardAgain() {
        Show show =
                said(
                        CALLER, "I sail.",
                        CALLER, "My neighbour stole it.",
                        HOST, "Really?",
                        CALLER, "Off the record, yes.",
                        HOST, "Go on.",
                        CALLER, "He did.",
                        HOST, "Next caller.");
        // Seconds: 0, 2, 4, 6, 8, 10, 12.
        assertThat(Cuts.NONE.and(OffTheRecord.leftOut(show)).all())
                .containsExactly(new Cuts.Cut(2 * 48_000 - 14_400, 12 * 48_000));
    }

    @Test
    void asLongAsNothingElseIsSaidAllThatFollowsIsLeftOut() {
        Show show = said(CALLER, "This is off the record.");
        assertThat(OffTheRecord.leftOut(show)).containsExactly(new Cuts.Cut(0, Long.MAX_VALUE));
        assertThat(OffTheRecord.leftOut(said(CALLER, "I sail."))).isEmpty();
    }

    @Test
    void whoeverSpeaksOverItDoesNotEndIt() {
        String long30 = "Off the record: " + "he did it, ".repeat(40);
        Show show = said(CALLER, long30, HOST, "Stop.", CALLER, "Sorry.", HOST, "Next.");
        assertThat(Cuts.NONE.and(OffTheRecord.leftOut(show)).touch(20 * 48_000, 20 * 48_000 + 1))
                .isTrue();
    }
}
