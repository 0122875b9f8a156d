package io.partyline.studio.after;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Archive;
import io.partyline.show.ShowId;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The files of a show that is over are made one show after the other, and not while they are
/// deleted.
class FilingTest {
    private static final ShowId FRIDAY = new ShowId("friday");
    private static final ShowId SATURDAY = new ShowId("saturday");

    private final Slow archive = new Slow();
    private final Filing filing = new Filing(archive);

    /// An archive that makes files until it may end, and knows whether it was to delete some
    /// meanwhile.
    private static final class Slow implements Archive {
        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final AtomicInteger filed = new AtomicInteger();
        private volatile boolean full;
        private volatile boolean making;
        private volatile boolean deletedMeanwhile;

        @Override
        public List<String> file(ShowId show) {
            if (full) {
                throw new UncheckedIOException(
                        "The disk is full.", new FileSystemException("transcript.txt"));
            }
            making = true;
            began.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            making = false;
            filed.incrementAndGet();
            return List.of("transcript.txt");
        }

        @Override
        public void delete(ShowId show) {
            deletedMeanwhile |= making;
        }
    }

    @Test
    void aShowIsNotDeletedWhileItsFilesAreMade() throws Exception {
        Thread making = Thread.ofPlatform().start(() -> filing.file(FRIDAY));
        archive.began.await();
        Thread deleting = Thread.ofPlatform().start(() -> filing.delete(FRIDAY));
        while (deleting.isAlive() && deleting.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        archive.mayEnd.countDown();
        making.join();
        deleting.join();
        assertThat(archive.deletedMeanwhile).isFalse();
    }

    @Test
    void theFilesOfAShowThatWasDeletedAreNotMadeAgain() {
        archive.mayEnd.countDown();
        filing.delete(FRIDAY);
        assertThat(filing.file(FRIDAY)).isEmpty();
        assertThat(filing.file(SATURDAY)).containsExactly("transcript.txt");
        assertThat(archive.filed).hasValue(1);
        assertThat(filing.trouble()).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenIsTroubleUntilItCan() {
        archive.mayEnd.countDown();
        archive.full = true;
        assertThat(filing.file(FRIDAY)).isEmpty();
        assertThat(filing.trouble()).hasValue("The disk is full.");
        archive.full = false;
        assertThat(filing.file(FRIDAY)).isNotEmpty();
        assertThat(filing.trouble()).isEmpty();
    }
}
