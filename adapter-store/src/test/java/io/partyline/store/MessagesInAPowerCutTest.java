package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.MessageBook.Message;
import io.partyline.port.MessageBook.Stage;
import io.partyline.rehearsal.DiskStep;
import io.partyline.rehearsal.DiskTrace;
import io.partyline.rehearsal.PowerCut;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power goes at any moment while messages are kept. What is here has been erased at the
/// network a moment later, so it has to be here for good.
class MessagesInAPowerCutTest {
    @TempDir Path written;
    @TempDir Path cut;

    @Test
    void whatIsHereOutlastsAPowerCutAndSoDoesWhatIsGone() throws Exception {
        List<DiskStep> all = DiskTrace.of(MessagesOfTwoStarts.class, written);
        PowerCut.Walked walked = PowerCut.walk(all, cut, MessagesInAPowerCutTest::promisesAreKept);
        assertThat(walked.promised()).isEqualTo(MessagesOfTwoStarts.DELETED);
        assertThat(walked.rests()).isGreaterThan(150);
    }

    private static void promisesAreKept(PowerCut.Rest rest) {
        Path data = rest.folder().resolve(MessagesOfTwoStarts.FOLDER);
        var book = new FolderMessageBook(data, Decoded::open);
        Map<String, Message> there =
                book.messages().stream()
                        .collect(Collectors.toMap(Message::id, Function.identity()));
        for (int number = 1; number <= MessagesOfTwoStarts.MESSAGES; number++) {
            if (number > 1 || rest.promised() < MessagesOfTwoStarts.DELETED - 1) {
                isAsPromised(rest, book, there, number);
            }
        }
        if (rest.promised() == MessagesOfTwoStarts.DELETED) {
            assertThat(there).as(rest.how()).doesNotContainKey("message-1");
        }
    }

    private static void isAsPromised(
            PowerCut.Rest rest, FolderMessageBook book, Map<String, Message> there, int number) {
        String how = rest.how();
        long promised = rest.promised();
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
