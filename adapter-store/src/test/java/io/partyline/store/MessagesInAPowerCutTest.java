package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.MessageBook.Message;
import io.partyline.port.MessageBook.Stage;
import io.partyline.rehearsal.DiskStep;
import io.partyline.rehearsal.DiskTrace;
import io.partyline.rehearsal.PowerCut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power goes at any moment while messages are kept. What is here has been erased at the
/// network a moment later, so it has to be here for good.
class MessagesInAPowerCutTest {
    @TempDir Path written;
    @TempDir Path cut;

    private final PowerCut disk = new PowerCut();
    private long promised;
    private int tried;

    @Test
    void whatIsHereOutlastsAPowerCutAndSoDoesWhatIsGone() throws Exception {
        List<DiskStep> all = DiskTrace.of(MessagesOfTwoStarts.class, written);
        for (int at = 0; at < all.size(); at++) {
            disk.after(all.get(at));
            if (all.get(at) instanceof DiskStep.Promised(long number)) {
                promised = number;
            }
            cutAfter(at);
        }
        assertThat(promised).isEqualTo(MessagesOfTwoStarts.DELETED);
        assertThat(tried).isGreaterThan(150);
    }

    private void cutAfter(int at) throws IOException {
        opens("killed after step " + at, disk::onlyKilled);
        opens("nothing else after step " + at, disk::nothingElse);
        opens("by chance after step " + at, into -> disk.byChance(new Random(at), into));
    }

    private interface Rest {
        void lay(Path folder) throws IOException;
    }

    private void opens(String how, Rest rest) throws IOException {
        tried++;
        Path above = Files.createDirectory(cut.resolve(String.valueOf(tried)));
        rest.lay(above);
        var book = new FolderMessageBook(above.resolve(MessagesOfTwoStarts.FOLDER), Decoded::open);
        Map<String, Message> there =
                book.messages().stream()
                        .collect(Collectors.toMap(Message::id, Function.identity()));
        for (int number = 1; number <= MessagesOfTwoStarts.MESSAGES; number++) {
            if (number == 1 && promised >= MessagesOfTwoStarts.DELETED - 1) {
                continue;
            }
            isAsPromised(how, book, there, number);
        }
        if (promised == MessagesOfTwoStarts.DELETED) {
            assertThat(there).as(how).doesNotContainKey("message-1");
        }
    }

    private void isAsPromised(
            String how, FolderMessageBook book, Map<String, Message> there, int number) {
        String id = MessagesOfTwoStarts.id(number);
        if (promised >= 2L * number - 1) {
            assertThat(there).as(how).containsKey(id);
        }
        if (promised >= 2L * number) {
            assertThat(there).as(how).containsEntry(id, MessagesOfTwoStarts.kept(number));
        }
        Message message = there.get(id);
        if (message != null && message.stage() == Stage.KEPT) {
            assertThat(book.wav(id)).as(how).isEqualTo(MessagesOfTwoStarts.sound(number));
        }
    }
}
