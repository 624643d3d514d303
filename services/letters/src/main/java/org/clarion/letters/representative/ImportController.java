package org.clarion.letters.representative;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clarion.letters.representative.Directory.Result;
import org.clarion.letters.representative.Register.Taken;
import org.clarion.letters.sheet.BrokenSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What {@code clarion members import} calls. */
@RestController
@RequestMapping("/internal/members")
class ImportController {

    /**
     * @param applied whether it was written, or only compared
     * @param refusal why it would be refused unless forced; null where it would not
     * @param changes in words, in the file's order
     * @param members how many the file has
     * @param vacant how many seats are vacant by the file
     */
    record Answer(
            boolean applied,
            @Nullable String refusal,
            List<String> changes,
            long members,
            long vacant,
            int seatsFirstHeardOf,
            int membersFirstHeardOf,
            int seatsNotNamed) {}

    private final Directory directory;
    private final MemberSources sources;
    private final Members members;
    private final DirectoryWords words;
    private final MessageSource messages;

    ImportController(
            Directory directory, MemberSources sources, Members members, DirectoryWords words, MessageSource messages) {
        this.directory = directory;
        this.sources = sources;
        this.members = members;
        this.words = words;
        this.messages = messages;
    }

    /**
     * @param name of the file, for the directory's history
     * @param apply whether to write what differs
     * @param force also where it looks wrong
     * @param asOf day on which it was so; today where left out
     */
    @PostMapping(path = "/import", consumes = "text/csv")
    Answer importFile(
            @RequestBody byte[] file,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean apply,
            @RequestParam(defaultValue = "false") boolean force,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        var source = sources.file(name, file);
        var result = apply ? directory.update(source, asOf, force) : directory.compare(source, asOf);
        return answer(result);
    }

    private Answer answer(Result result) {
        var names = names(result);
        var revision = result.revision();
        var taken = result.register().members();
        return new Answer(
                result.run() != null,
                result.looksWrong() == null ? null : said(new DirectoryRefusal(result.looksWrong())),
                revision.lines().stream()
                        .map(line -> words.seat(line.seat()) + ": " + words.change(line.change(), names))
                        .toList(),
                taken,
                result.register().rows().size() - taken,
                revision.seatsFirstHeardOf(),
                revision.membersFirstHeardOf(),
                revision.seatsNotNamed());
    }

    private Map<String, String> names(Result result) {
        var names = new HashMap<String, String>();
        members.all().forEach((id, member) -> names.put(Long.toString(id), member.name()));
        result.register().rows().forEach(row -> {
            if (row instanceof Taken taken) {
                names.put(Long.toString(taken.person().id()), taken.person().name());
            }
        });
        return names;
    }

    @ExceptionHandler
    ProblemDetail broken(BrokenSheet broken) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, said(broken));
        problem.setType(URI.create("/problems/members/broken-file"));
        problem.setProperty("line", broken.line());
        return problem;
    }

    private String said(MessageSourceResolvable words) {
        return Objects.requireNonNull(messages.getMessage(words, Locale.UK));
    }
}
