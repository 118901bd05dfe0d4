using System.Text.Json;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Submissions;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Platform.Prints;

/// <summary>Registers papers as they are printed, and finds them again by their code.</summary>
public sealed class PrintRegister(PlatformDbContext database, FieldVault vault, AuditTrail audit, TimeProvider time)
{
    private const int Tries = 3;

    /// <summary>Registers a paper, and saves. The same content is the same paper, however often it is printed; other content puts the paper before out of force.</summary>
    public async Task<IssuedPrint> IssueAsync(PrintContent content, CancellationToken cancellationToken)
    {
        var says = JsonSerializer.Serialize(new { content.Kind, content.TitleZh, content.SubjectId, Division = content.Division.ToString(), content.Lines }, JsonSerializerOptions.Web);
        for (var attempt = 1; ; attempt++)
        {
            var before = await OfAsync(content.SubjectId, content.Kind).OrderByDescending(print => print.Edition).FirstOrDefaultAsync(cancellationToken);
            if (before is { IsInForce: true } && vault.IndexesOf(IssuedPrint.ContentField, says).Any(index => index.AsSpan().SequenceEqual(before.ContentIndex)))
                return before;
            await EndAsync(content.SubjectId, content.Kind, cancellationToken);
            var print = New(content, says, (before?.Edition ?? 0) + 1);
            try
            {
                await database.SaveChangesAsync(cancellationToken);
                return print;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                database.Forget();   // printed at the same moment elsewhere; the next look finds it
            }
        }
    }

    /// <summary>Puts the papers of a kind about something out of force. It adds, and does not save.</summary>
    public async Task EndAsync(Guid subject, string kind, CancellationToken cancellationToken)
    {
        foreach (var print in await OfAsync(subject, kind).Where(print => print.Ended == null).ToListAsync(cancellationToken))
        {
            print.Ended = time.GetUtcNow();
            audit.Record("ended", print.AuditSubject, detail: new { print.Kind, print.Number });
        }
    }

    /// <summary>The paper that a code stands on; null where there is none.</summary>
    public async Task<IssuedPrint?> FindAsync(string? code, CancellationToken cancellationToken) =>
        CheckCode.Read(code) is { } read ? await database.Set<IssuedPrint>().AsNoTracking().SingleOrDefaultAsync(print => print.Code == read, cancellationToken) : null;

    /// <summary>What may be shown of it to a stranger.</summary>
    public static IReadOnlyList<PrintLine> LinesOf(IssuedPrint print) => JsonSerializer.Deserialize<IReadOnlyList<PrintLine>>(print.Lines, JsonSerializerOptions.Web)!;

    private IQueryable<IssuedPrint> OfAsync(Guid subject, string kind) => database.Set<IssuedPrint>().Where(print => print.SubjectId == subject && print.Kind == kind);

    private IssuedPrint New(PrintContent content, string says, int edition)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var print = new IssuedPrint
        {
            Id = id, Kind = content.Kind, TitleZh = content.TitleZh, TitleEn = content.TitleEn, Number = ReceiptNumber.New(ChinaTime.Today(time)), Code = CheckCode.New(), SubjectId = content.SubjectId,
            Edition = edition, Division = content.Division, Content = vault.Seal(IssuedPrint.ContentField, id, says), ContentIndex = vault.IndexOf(IssuedPrint.ContentField, says),
            Lines = JsonSerializer.Serialize(content.Lines.Select(line => new PrintLine(line.Zh, line.En, line.Shown ?? line.Value)), JsonSerializerOptions.Web), Issued = time.GetUtcNow(),
        };
        database.Add(print);
        audit.Record("issued", print.AuditSubject, detail: new { print.Kind, print.Number, subject = content.SubjectId, edition });
        return print;
    }
}
