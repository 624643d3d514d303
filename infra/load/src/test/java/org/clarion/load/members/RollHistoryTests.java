package org.clarion.load.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.clarion.load.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollHistoryTests {

    private static final String HERE = "E14001172";
    private static final String THERE = "E14001063";
    private static final String AYR = "S14000107";

    private static final String MEMBERS = """
            pcon_name,pcon_code,member_id,full_title,display_as,party_text,member_email
            "Here, with a comma",E14001172,900012,Dame Orla Finch MP,Dame Orla Finch,Meadow Party,orla.finch.mp@example.org
            There,E14001063,900002,Rt Hon Dr Silas Wetherby MP,Silas Wetherby,Harbour Party,silas@example.org
            Ayr,S14000006,Vacant,Vacant,Vacant,Vacant,No email found
            """;

    private static final String HEAD =
            "seen_on,pcon24cd,change,old_member_id,old_name,old_party,old_email,new_member_id,new_name,new_party,new_email\n";

    private static final String CHANGES = HEAD + """
            2026-01-05,E14001063,name_changed,900002,Mr Silas Wetherby,Meadow Party,sw@example.org,900002,Silas Wetherby,Meadow Party,sw@example.org
            2026-01-09,E14001172,seat_vacated,900001,Agatha Pym,Meadow Party,pym@example.org,Vacant,Vacant,Vacant,No email found
            2026-01-20,E14001063,email_changed,900002,Silas Wetherby,Meadow Party,sw@example.org,900002,Silas Wetherby,Meadow Party,silas@example.org
            2026-01-20,E14001063,party_changed,900002,Silas Wetherby,Meadow Party,silas@example.org,900002,Silas Wetherby,Harbour Party,silas@example.org
            2026-02-01,E14001172,seat_filled,Vacant,Vacant,Vacant,No email found,900012,Dame Orla Finch,Meadow Party,orla.finch.mp@example.org
            """;

    @TempDir
    private Path folder;

    private Path members;
    private Path changes;

    @BeforeEach
    void write() throws IOException {
        members = Files.writeString(folder.resolve("members.csv"), MEMBERS);
        changes = Files.writeString(folder.resolve("changes.csv"), CHANGES);
    }

    @Test
    void undoesEveryChangeDayByDay() {
        var history = history();

        assertThat(history.begin()).isEqualTo(LocalDate.of(2026, 1, 4));
        assertThat(history.end()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(history.changes()).isEqualTo(5);
        assertThat(history.days()).extracting(RollHistory.Day::on).isSorted().hasSize(4);
        assertThat(history.before().in(HERE))
                .isEqualTo(
                        new Sitting(HERE, "900001", "Agatha Pym", "Agatha Pym MP", "Meadow Party", "pym@example.org"));
        assertThat(history.before().in(THERE).name()).isEqualTo("Mr Silas Wetherby");
        assertThat(history.days().get(1).roll().in(HERE)).matches(Sitting::isVacant);
        assertThat(history.days().get(1).roll().in(THERE).address()).isEqualTo("sw@example.org");
        assertThat(history.after()).isEqualTo(Roll.read(members));
    }

    @Test
    void keepsTheFullTitleOfWhoeverIsTheSame() {
        var history = history();

        assertThat(history.days().getFirst().roll().in(THERE).fullTitle()).isEqualTo("Rt Hon Dr Silas Wetherby MP");
        assertThat(history.before().in(THERE).fullTitle()).isEqualTo("Mr Silas Wetherby MP");
    }

    @Test
    void knowsWhereALetterMayMeetSomething() {
        assertThat(history().restless()).containsExactly(THERE, HERE, AYR);
    }

    @Test
    void aRollIsWrittenAsItIsRead() throws IOException {
        var roll = history().before();
        var file = Files.writeString(folder.resolve("again.csv"), roll.csv());

        assertThat(Roll.read(file)).isEqualTo(roll);
        assertThat(roll.csv())
                .contains("pcon_code,member_id,full_title,display_as,party_text,member_email")
                .contains("S14000107,Vacant,Vacant,Vacant,Vacant,No email found");
    }

    @Test
    void refusesChangesThatLeadElsewhere() throws IOException {
        Files.writeString(changes, CHANGES.replace("900012", "900013"));

        assertThatThrownBy(this::history)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("what it says of E14001172 on 2026-02-01 does not lead to");
    }

    @Test
    void refusesDaysThatAreNotInTheirOrder() throws IOException {
        Files.writeString(changes, CHANGES.replace("2026-02-01", "2025-02-01"));

        assertThatThrownBy(this::history).hasMessageContaining("not in the order of its days: 2025-02-01");
    }

    @Test
    void refusesWhatIsNoSuchFile() throws IOException {
        Files.writeString(changes, HEAD);
        assertThatThrownBy(this::history).hasMessageContaining("holds no changes");

        Files.writeString(changes, CHANGES.replace("seen_on", "day"));
        assertThatThrownBy(this::history).hasMessageContaining("cannot be read as changes");

        Files.writeString(members, MEMBERS.replace("E14001063", "E99999999"));
        assertThatThrownBy(this::history).hasMessageContaining("E99999999, which is no constituency");

        Files.writeString(members, MEMBERS.replace("E14001063", HERE));
        assertThatThrownBy(this::history).hasMessageContaining("names E14001172 twice");
    }

    @Test
    void showsNoAddress() {
        assertThat(history().before().toString()).doesNotContain("@").contains("E14001172 member:900001");
    }

    private RollHistory history() {
        return RollHistory.of(Roll.read(members), changes);
    }
}
