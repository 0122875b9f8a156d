package io.partyline.studio.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.port.Transcriber;
import io.partyline.rehearsal.MemoryMessageBook;
import io.partyline.rehearsal.TelephoneWav;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// How what is said in messages is written down, round by round.
class DictationTest {
    private final MemoryMessageBook book = new MemoryMessageBook();
    private final Hearing hearing = new Hearing();
    private Postbox postbox = postbox();
    private boolean time = true;
    private Dictation dictation = dictation();
    private int seconds;

    private Postbox postbox() {
        return new Postbox(
                book,
                true,
                _ -> "",
                () -> Instant.parse("2026-05-01T20:00:00Z").plusSeconds(seconds));
    }

    private Dictation dictation() {
        return new Dictation(postbox, hearing, () -> time);
    }

    /// A transcriber that hears what the test says, when it says so.
    private static final class Hearing implements Transcriber {
        private boolean off;
        private List<String> says = List.of();
        private final List<Speaker> speakers = new ArrayList<>();
        private final List<Consumer<Heard>> listening = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private int open;

        @Override
        public String name() {
            return "a hearing of the test's own";
        }

        @Override
        public boolean isOff() {
            return off;
        }

        @Override
        public Session open(Speaker speaker, Consumer<Heard> heard) {
            throw new AssertionError("a message does not come before those on the air");
        }

        @Override
        public Session openAside(Speaker speaker, Consumer<Heard> heard) {
            speakers.add(speaker);
            listening.add(heard);
            open++;
            return new Session() {
                @Override
                public void accept(float[] frame, long atSample) {
                    assertThat(frame).hasSize(Frames.SAMPLES);
                    positions.add(atSample);
                }

                @Override
                public void close() {
                    open--;
                    says.forEach(text -> heard.accept(heard(text)));
                }
            };
        }

        private static Heard heard(String text) {
            return new Heard(text, 0, Frames.SAMPLES, 1);
        }
    }

    private String left(String call) {
        seconds++;
        var id = new CallId(call);
        assertThat(postbox.expect(id, new CallerNumber("0101", "print-of-" + call))).isTrue();
        var message = postbox.open().stream().filter(one -> one.call().equals(id)).findFirst();
        postbox.keep(
                message.orElseThrow(),
                "recording-of-" + call,
                TelephoneWav.tone(440, Duration.ofSeconds(3)));
        return message.orElseThrow().id();
    }

    private void rounds() {
        while (dictation.round()) {
            // There may be another one.
        }
    }

    private Optional<String> words(String id) {
        return postbox.messages().stream()
                .filter(left -> left.id().equals(id))
                .findFirst()
                .orElseThrow()
                .words();
    }

    @Test
    void aMessageIsHeardFromItsBeginningToItsEndAndWrittenDown() {
        String id = left("dave");
        hearing.says = List.of("It is about the harbour.", "I'll call again.");
        rounds();
        assertThat(words(id)).contains("It is about the harbour. I'll call again.");
        assertThat(hearing.speakers)
                .containsExactly(new Speaker.RealCaller(new CallId("dave"), ""));
        assertThat(hearing.positions).hasSizeBetween(150, 151).startsWith(0L, 960L, 1_920L);
        assertThat(hearing.open).isZero();
    }

    @Test
    void aTelephoneNumberIsHiddenEvenIfItIsSaidInTwoBreaths() {
        String id = left("dave");
        hearing.says = List.of("My number is 5 5 5", "0 1 4 2.");
        rounds();
        assertThat(words(id)).contains("My number is [number].");
        assertThat(book.messages().toString()).doesNotContain("5 5 5");
    }

    @Test
    void theOldestComesFirstAndEachIsHeardOnce() {
        left("dave");
        left("jas");
        hearing.says = List.of("Hello.");
        rounds();
        rounds();
        assertThat(hearing.speakers)
                .extracting(speaker -> speaker.call().orElseThrow().value())
                .containsExactly("dave", "jas");
    }

    @Test
    void nothingIsBegunWhileThereIsNoTimeForItOrNobodyHears() {
        left("dave");
        time = false;
        assertThat(dictation.round()).isFalse();
        time = true;
        hearing.off = true;
        assertThat(dictation.round()).isFalse();
        hearing.off = false;
        assertThat(dictation.round()).isTrue();
    }

    @Test
    void aMessageInWhichNothingIsSaidIsNotHeardAgainAfterAStart() {
        String id = left("dave");
        rounds();
        assertThat(words(id)).isEmpty();
        postbox = postbox();
        dictation = dictation();
        assertThat(dictation.round()).isFalse();
    }

    @Test
    void wordsThatComeLateAreStillWrittenDown() {
        String id = left("dave");
        rounds();
        hearing.listening.getFirst().accept(Hearing.heard("Hello."));
        assertThat(words(id)).contains("Hello.");
    }

    @Test
    void ofAMessageThatIsDeletedMeanwhileNothingIsKept() {
        String id = left("dave");
        rounds();
        assertThat(postbox.delete(id)).isTrue();
        hearing.listening.getFirst().accept(Hearing.heard("Hello."));
        assertThat(book.messages().toString()).doesNotContain("Hello.");
    }

    @Test
    void aMessageThatCannotBeReadKeepsNoOtherFromBeingWrittenDown() {
        String broken = left("dave");
        String whole = left("jas");
        book.silence(broken);
        hearing.says = List.of("Hello.");
        rounds();
        assertThat(words(broken)).isEmpty();
        assertThat(words(whole)).contains("Hello.");
    }
}
