package io.partyline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Those who embed core rely on what it shows; that changes on purpose or not at all.
class PublicApiTest {
    private static final Path MODULE = Path.of("src/main/java/module-info.java");
    private static final Path AGREED = Path.of("src/test/resources/io/partyline/public-api.txt");

    /// Set to `true`, it makes what there is now what was agreed upon.
    private static final String ACCEPT = "api.accept";

    @Test
    void thePublicApiIsWhatWasAgreedUpon() throws IOException {
        List<String> now = PublicApi.of(PublicApi.exported(MODULE));
        if (Boolean.getBoolean(ACCEPT)) {
            Files.write(AGREED, now);
        }
        assertThat(now)
                .as(
                        """
                        What core shows to those who embed it has changed. If that is wanted, accept it with
                        mvn -pl core test -Dtest=PublicApiTest -Dapi.accept=true
                        commit %s, and say in CHANGELOG.md what changes for them.\
                        """,
                        AGREED)
                .isEqualTo(Files.readAllLines(AGREED));
    }

    @Test
    void onlyWhatIsPublicInAnExportedPackageIsListed() throws IOException {
        List<String> exported = PublicApi.exported(MODULE);
        assertThat(exported)
                .contains("io.partyline.show")
                .doesNotContain("io.partyline.studio.run");
        assertThat(PublicApi.of(List.of("io.partyline.show")))
                .contains(
                        "public static final record io.partyline.show.CallEvent$LegLost is"
                                + " java.lang.Record, io.partyline.show.CallEvent",
                        "    public boolean open()")
                .noneMatch(line -> line.contains("CallDecisions"))
                .noneMatch(line -> line.contains("private "));
    }
}
