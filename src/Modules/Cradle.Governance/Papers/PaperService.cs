using Cradle.Governance.Access;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Files;
using Cradle.Primitives;

namespace Cradle.Governance.Papers;

/// <summary>A file that was handed in with something of the ledger.</summary>
/// <param name="Id">What opens it.</param>
/// <param name="Name">The name that it came with.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Hash">SHA-256 of its content, by which it is known again.</param>
/// <param name="On">The day it was handed in.</param>
public sealed record Paper(Guid Id, string Name, long Bytes, string Hash, DateOnly On);

/// <summary>Files of tasks, filings, complaints and nominations: who may read the place opens them, where a unit is named its officers only.</summary>
public sealed class PaperService(FileStore files)
{
    /// <summary>Keeps files; they go with the next save.</summary>
    public async Task<IReadOnlyList<StoredFile>> KeepAsync(AuditSubject subject, DivisionCode division, string? unit, IEnumerable<Upload>? uploads, CancellationToken cancellationToken = default)
    {
        // a unit whose name no grant can hold has no officers of its own
        var place = new FilePlace(GovernancePermissions.Read, division, unit?.Length <= RoleGrant.UnitLength ? unit : null, Subject: subject);
        var kept = new List<StoredFile>();
        foreach (var upload in uploads ?? [])
        {
            kept.Add(await files.KeepAsync(upload, place, cancellationToken));
        }

        return kept;
    }

    /// <summary>The files of something, the first one first.</summary>
    public async Task<IReadOnlyList<Paper>> OfAsync(AuditSubject subject, CancellationToken cancellationToken = default) =>
        [.. (await files.OfAsync(subject, cancellationToken)).Select(file => new Paper(file.Id, files.NameOf(file), file.Bytes, file.Hash, ChinaTime.DayOf(file.Created)))];
}
