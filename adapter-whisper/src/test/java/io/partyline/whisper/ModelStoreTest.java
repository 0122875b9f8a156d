package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static final int LENGTH = 500_000;
    private static final ModelStore.Progress SILENT = (_, _) -> {};

    private final byte[] model = new byte[LENGTH];
    private ModelCard card = new ModelCard("base.en", 0, "");
    @TempDir private Path folder;

    @BeforeEach
    void publish() throws NoSuchAlgorithmException {
        new Random(7).nextBytes(model);
        System.arraycopy(new byte[] {'l', 'm', 'g', 'g'}, 0, model, 0, 4);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(model);
        card = new ModelCard("base.en", LENGTH, HexFormat.of().formatHex(digest));
    }

    private ModelStore store(Shelf shelf) {
        return new ModelStore(folder, shelf.base(), List.of(card));
    }

    private Path part() {
        return Download.part(folder, card);
    }

    @Test
    void aModelIsFetchedCheckedAndFound() throws IOException {
        try (var shelf = new Shelf((from, _, out) -> Shelf.honest(model, from, out))) {
            var progress = new ArrayList<Long>();
            ModelStore store = store(shelf);
            assertThat(store.find("base.en")).isEmpty();
            Path file =
                    store.get(
                            "base.en",
                            (bytes, whole) -> {
                                assertThat(whole).isEqualTo(LENGTH);
                                progress.add(bytes);
                            });

            assertThat(Files.readAllBytes(file)).isEqualTo(model);
            assertThat(file).isEqualTo(folder.resolve("ggml-base.en.bin"));
            assertThat(store.find("base.en")).contains(file);
            assertThat(store.find(file.toString())).contains(file);
            assertThat(progress).isSorted().endsWith((long) LENGTH);
            assertThat(part()).doesNotExist();

            store.get("base.en", SILENT);
            assertThat(shelf.asked()).as("what is there is not fetched again").hasSize(1);
        }
    }

    @Test
    void aServerThatBreaksOffIsAskedForTheRest() throws IOException {
        try (var shelf =
                new Shelf((from, _, out) -> {
                    Shelf.part(model, from, out);
                    int some = Math.min(120_000, LENGTH - (int) from);
                    out.write(model, (int) from, some);
                })) {
            Path file = store(shelf).get("base.en", SILENT);

            assertThat(Files.readAllBytes(file)).isEqualTo(model);
            assertThat(shelf.asked()).hasSizeGreaterThan(4).isSorted();
        }
    }

    @Test
    void whatIsHereStaysAndTheNextStartGoesOnBehindIt() throws IOException {
        var honest = new AtomicBoolean();
        try (var shelf =
                new Shelf((from, number, out) -> {
                    if (honest.get()) {
                        Shelf.honest(model, from, out);
                    } else if (number == 1) {
                        Shelf.part(model, from, out);
                        out.write(model, 0, 200_000);
                    }
                })) {
            Throwable why = catchThrowable(() -> store(shelf).get("base.en", SILENT));
            long here = Files.size(part());
            // What was on its way when the line broke may be lost.
            assertThat(here).isBetween(100_000L, 200_000L);
            assertThat(why)
                    .isInstanceOf(ModelException.class)
                    .hasMessage(
                            "The model base.en could not be fetched: %s breaks off. %d %% of it are here; the same command goes on from there."
                                    .formatted(shelf.place(), 100 * here / LENGTH));

            honest.set(true);
            assertThat(Files.readAllBytes(store(shelf).get("base.en", SILENT))).isEqualTo(model);
            assertThat(shelf.asked()).endsWith(here);
        }
    }

    @Test
    void aServerThatKnowsNoPartsSendsItFromTheBeginning() throws IOException {
        Files.write(part(), Arrays.copyOf(model, 200_000));
        try (var shelf =
                new Shelf((_, _, out) -> {
                    Shelf.head(out, "200 OK", "Content-Length: " + LENGTH);
                    out.write(model);
                })) {
            assertThat(Files.readAllBytes(store(shelf).get("base.en", SILENT))).isEqualTo(model);
            assertThat(shelf.asked()).containsExactly(200_000L);
        }
    }

    @Test
    void aFileOfAnotherLengthIsNotEvenBegun() {
        try (var shelf =
                new Shelf((_, _, out) -> {
                    Shelf.head(out, "200 OK", "Content-Length: 12");
                    out.write(model, 0, 12);
                })) {
            assertThatThrownBy(() -> store(shelf).get("base.en", SILENT))
                    .hasMessage(
                            "The model base.en could not be fetched: %s has a file of 12 bytes, and the model has 500000."
                                    .formatted(shelf.place()));
        }
    }

    @Test
    void aServerThatSendsMoreThanItSaysIsNotFollowed() {
        try (var shelf =
                new Shelf((_, _, out) -> {
                    Shelf.head(out, "200 OK");
                    for (int i = 0; i < 10; i++) {
                        out.write(model);
                    }
                })) {
            assertThatThrownBy(() -> store(shelf).get("base.en", SILENT))
                    .hasMessageEndingWith("sends more than the model is long.");
        }
    }

    @Test
    void aWebPageIsNoModel() {
        try (var shelf =
                new Shelf((_, _, out) -> {
                    Shelf.head(out, "200 OK", "Content-Type: text/html");
                    out.write("<html>".getBytes(StandardCharsets.US_ASCII));
                })) {
            assertThatThrownBy(() -> store(shelf).get("base.en", SILENT))
                    .hasMessageEndingWith(
                            "answers with a web page instead of the model: perhaps this network wants you to sign in first.");
        }
    }

    @Test
    void whatDoesNotBeginAsAModelIsNotOne() {
        try (var shelf =
                new Shelf((_, _, out) -> {
                    Shelf.head(out, "200 OK", "Content-Length: " + LENGTH);
                    out.write(new byte[LENGTH]);
                })) {
            assertThatThrownBy(() -> store(shelf).get("base.en", SILENT))
                    .hasMessageEndingWith("sends something that is not a whisper model.");
            assertThat(store(shelf).find("base.en")).isEmpty();
        }
    }

    @Test
    void aWrongChecksumIsToldAndNothingOfItIsKept() {
        byte[] other = model.clone();
        other[LENGTH / 2]++;
        try (var shelf = new Shelf((from, _, out) -> Shelf.honest(other, from, out))) {
            assertThatThrownBy(() -> store(shelf).get("base.en", SILENT))
                    .hasMessageEndingWith(
                            "sends another model than the one that was published: its checksum is wrong.");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aServerThatDoesNotHaveItSaysSo() {
        try (var shelf = new Shelf((_, _, out) -> Shelf.head(out, "404 Not Found"))) {
            assertThatThrownBy(() -> store(shelf).get("base.en", SILENT))
                    .hasMessageEndingWith(shelf.place() + " does not have it.");
        }
    }

    @Test
    void aServerThatFallsSilentHasBrokenOff() throws IOException {
        try (var shelf =
                new Shelf((from, _, out) -> {
                    Shelf.part(model, from, out);
                    out.write(model, (int) from, 10);
                    out.flush();
                    awaitTheEnd();
                })) {
            var download = new Download(shelf.base(), card, folder, Duration.ofSeconds(1));
            var limited = new int[1];
            assertThatThrownBy(() ->
                            download.run((_, _) -> {
                                limited[0]++;
                                if (limited[0] > 3) {
                                    throw new IllegalStateException("went on");
                                }
                            }))
                    .hasMessage("went on");
        }
    }

    private static void awaitTheEnd() throws IOException {
        try {
            new CountDownLatch(1).await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void twoDoNotFetchTheSame() throws IOException {
        try (var shelf = new Shelf((from, _, out) -> Shelf.honest(model, from, out));
                var file =
                        FileChannel.open(
                                part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            assertThatThrownBy(() -> store(shelf).get("base.en", SILENT))
                    .hasMessage("The model base.en is being fetched already.");
        }
    }

    @Test
    void aModelLargerThanTheDiskIsNotBegun() {
        try (var shelf = new Shelf((from, _, out) -> Shelf.honest(model, from, out))) {
            var huge = new ModelCard("base.en", Long.MAX_VALUE / 2, card.sha256());
            var store = new ModelStore(folder, shelf.base(), List.of(huge));
            assertThatThrownBy(() -> store.get("base.en", SILENT))
                    .hasMessageMatching(
                            "There is not enough room for the model base.en: it needs \\d+ MB more on the disk of .*\\.");
            assertThat(shelf.asked()).isEmpty();
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThereAre() {
        try (var shelf = new Shelf((from, _, out) -> Shelf.honest(model, from, out))) {
            assertThatThrownBy(() -> store(shelf).get("../base", SILENT))
                    .hasMessage("There is no model \"../base\". There are: base.en.");
        }
    }

    @Test
    void aModelAndWhatWasFetchedOfItAreRemoved() throws IOException {
        try (var shelf = new Shelf((from, _, out) -> Shelf.honest(model, from, out))) {
            ModelStore store = store(shelf);
            assertThat(store.remove("base.en")).isFalse();
            store.get("base.en", SILENT);
            Files.write(part(), new byte[1]);

            assertThat(store.remove("base.en")).isTrue();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void whatIsPublishedIsNamedOnceAndHasAChecksum() {
        var store = new ModelStore(folder, ModelStore.PUBLISHED);

        assertThat(store.cards()).extracting(ModelCard::name).doesNotHaveDuplicates();
        assertThat(store.cards())
                .extracting(ModelCard::name)
                .contains("tiny.en", "base.en", "small.en", "tiny", "base", "small");
        assertThat(store.cards()).allMatch(card -> card.sha256().matches("[0-9a-f]{64}"));
        assertThat(store.smallerThan("base.en")).isEmpty();
    }
}
