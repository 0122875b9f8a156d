package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MusicRoutesTest {
    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    private String posted(String path, String body) {
        Visit.Answer answer = visit.post(path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().toString();
    }

    @Test
    void theFolderIsListedWithWhatIsWrongInIt() {
        assertThat(visit.get("/api/music").body().toString())
                .isEqualTo(
                        """
                        {"tracks":[{"id":"blues.mp3","title":"Harbour Blues","artist":"The Boats",\
                        "length_ms":61500,"problem":null},{"id":"broken.mp3","title":"broken",\
                        "artist":"The Boats","length_ms":null,\
                        "problem":"\\"broken.mp3\\" is damaged."}],"folder_problem":null,\
                        "playing":null,"next":null,"volume":1.0,"lowered":false,\
                        "crossfade_ms":3000}\
                        """);
    }

    @Test
    void aTrackIsPlayedRepeatedAndStopped() {
        assertThat(posted("/api/music/play", "{\"track\":\"blues.mp3\"}"))
                .isEqualTo(
                        """
                        {"status":"playing","track":"blues.mp3","title":"Harbour Blues"}\
                        """);
        assertThat(posted("/api/music/loop", "{\"loop\":true}")).isEqualTo("{\"loop\":true}");
        assertThat(visit.get("/api/music").body().path("playing").toString())
                .isEqualTo(
                        """
                        {"track":"blues.mp3","title":"Harbour Blues","artist":"The Boats",\
                        "loop":true,"position_ms":1200,"length_ms":61500}\
                        """);
        assertThat(posted("/api/music/stop", "")).isEqualTo("{\"status\":\"stopped\"}");
        assertThat(visit.get("/api/music").body().path("playing").isNull()).isTrue();
    }

    @Test
    void whatComesNextIsSetTakenBackAndSkippedTo() {
        assertThat(posted("/api/music/next", "{\"track\":\"blues.mp3\"}"))
                .contains("\"status\":\"next\"");
        assertThat(visit.get("/api/music").body().path("next").path("id").asText())
                .isEqualTo("blues.mp3");
        assertThat(posted("/api/music/skip", "")).contains("\"status\":\"playing\"");
        posted("/api/music/next", "{\"track\":null}");
        Visit.Answer nothing = visit.post("/api/music/skip", "");
        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.detail()).isEqualTo("No track is set to come next.");
    }

    @Test
    void theVolumeIsSet() {
        assertThat(posted("/api/music/volume", "{\"volume\":0.25}")).isEqualTo("{\"volume\":0.25}");
        assertThat(visit.get("/api/music").body().path("volume").asDouble()).isEqualTo(0.25);
    }

    @Test
    void cartsAreFiredAndStoppedOneByOneOrAll() {
        assertThat(posted("/api/sfx/play", "{\"sound\":\"horn.wav\",\"loop\":true}"))
                .isEqualTo(
                        """
                        {"status":"playing","cart":"cart-1","sound":"horn.wav","title":"horn"}\
                        """);
        posted("/api/sfx/play", "{\"sound\":\"horn.wav\"}");
        posted("/api/sfx/stop", "{\"cart\":\"cart-1\"}");
        assertThat(visit.get("/api/sfx").body().toString())
                .isEqualTo(
                        """
                        {"sounds":[{"id":"horn.wav","title":"horn","artist":"The Boats",\
                        "length_ms":61500,"problem":null}],\
                        "folder_problem":"There is no folder sfx.",\
                        "playing":[{"cart":"cart-2","sound":"horn.wav","title":"horn",\
                        "loop":false,"position_ms":1200,"length_ms":61500}]}\
                        """);
        posted("/api/sfx/stop", "{\"sound\":\"horn.wav\"}");
        assertThat(visit.get("/api/sfx").body().path("playing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/music/play   | {"track":"../x"}      | 404 | There is no such track in the music folder.
                    /api/music/next   | {"track":"nowhere"}   | 404 | There is no such track in the music folder.
                    /api/sfx/play     | {"sound":"nowhere"}   | 404 | There is no such sound in the folder of carts.
                    /api/music/play   | {"track":"broken.mp3"} | 502 | "broken.mp3" is damaged.
                    /api/music/loop   | {"loop":true}         | 409 | No music is playing.
                    /api/music/volume | {"volume":1.01}       | 400 | The field "volume" must be a number from 0 to 1.
                    /api/music/volume | {"volume":-0.1}       | 400 | The field "volume" must be a number from 0 to 1.
                    /api/sfx/stop     | {"cart":"a","sound":"b"} | 400 | Name a "cart" or a "sound", not both.
                    """)
    void whatCannotBeIsRefusedInWords(String path, String body, int status, String detail) {
        Visit.Answer answer = visit.post(path, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/music/play   | {}
                    /api/music/play   | {"track":7}
                    /api/music/play   | {"track":"blues.mp3","loop":"yes"}
                    /api/music/volume | {}
                    /api/music/volume | {"volume":"loud"}
                    /api/music/loop   | {}
                    /api/music/stop   | {"track":"blues.mp3"}
                    /api/sfx/play     | {"sound":null}
                    """)
    void whatIsNoWishAtAllIsRefusedAndNothingChanges(String path, String body) {
        assertThat(visit.post(path, body).status()).isEqualTo(400);
        assertThat(visit.get("/api/music").body().path("playing").isNull()).isTrue();
        assertThat(visit.get("/api/sfx").body().path("playing")).isEmpty();
    }
}
