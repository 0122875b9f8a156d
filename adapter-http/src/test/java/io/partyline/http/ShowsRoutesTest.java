package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowsRoutesTest {
    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void pastShowsAreListedWithLengthSizeAndFiles() {
        var shows = visit.get("/api/shows").body().path("shows");
        assertThat(shows).hasSize(2);
        assertThat(shows.path(0).path("ended_at").isNull()).isTrue();
        assertThat(shows.path(1).toString())
                .isEqualTo(
                        "{\"show_id\":\"friday\",\"started_at\":\"2026-05-01T20:00:00Z\","
                                + "\"ended_at\":\"2026-05-01T20:01:30Z\",\"length_ms\":90000,"
                                + "\"calls\":2,\"size_bytes\":1040,\"files\":["
                                + "{\"name\":\"notes.md\",\"bytes\":40},"
                                + "{\"name\":\"stems/00_Mix.wav\",\"bytes\":1000}]}");
    }

    @Test
    void aPastShowIsExported() {
        Visit.Answer file = visit.get("/api/shows/friday/export?format=txt");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("attachment");
        assertThat(file.header("Accept-Ranges")).isEqualTo("none");
        assertThat(visit.get("/api/shows/friday/export?format=docx").status()).isEqualTo(400);
        assertThat(visit.get("/api/shows/monday/export?format=txt").detail())
                .isEqualTo("There is no such show.");
    }

    @Test
    void whatWasNotRecordedIsSaidInWords() {
        Visit.Answer answer = visit.get("/api/session/export?format=mix");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isEqualTo("Nothing of this show was recorded.");
    }

    @Test
    void aPastShowIsDeletedOnce() {
        assertThat(visit.delete("/api/shows/friday").body().toString())
                .isEqualTo("{\"status\":\"deleted\",\"show_id\":\"friday\"}");
        assertThat(visit.get("/api/shows").body().path("shows")).hasSize(1);
        assertThat(visit.delete("/api/shows/friday").status()).isEqualTo(404);
    }

    @Test
    void whatIsStillNeededIsNotDeleted() {
        Visit.Answer answer = visit.delete("/api/shows/saturday");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).startsWith("That show is still running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fetc", "%2e%2e", "a%00b", "x%22y"})
    void anAddressThatIsNoShowIsNone(String id) {
        assertThat(visit.delete("/api/shows/" + id).status()).isBetween(400, 404);
        assertThat(visit.get("/api/shows/" + id + "/export").status()).isBetween(400, 404);
    }
}
