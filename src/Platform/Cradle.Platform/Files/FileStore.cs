using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Files;

/// <summary>
/// Keeps files that people hand in, and opens them for who may. The bytes are written first, the row with the caller's save:
/// what is in the database can be opened, and bytes that no row came to name are swept away.
/// </summary>
public sealed class FileStore(
    PlatformDbContext database, FileVault vault, ProtectedText texts, AuditTrail audit, ProcessScope process, TimeProvider time, IOptions<FileStoreOptions> options, IEnumerable<IFileReaders> readers)
{
    /// <summary>Keeps an upload; its row and its audit entry go with the next save.</summary>
    public async Task<StoredFile> KeepAsync(Upload upload, FilePlace place, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var file = new StoredFile
        {
            Id = id,
            Hash = await vault.WriteAsync(upload.Content, cancellationToken),
            Kind = upload.Kind,
            Bytes = upload.Content.LongLength,
            ProtectedName = texts.Protect(id, upload.Name),
            Permission = place.Permission,
            Division = place.Division,
            Unit = place.Unit,
            OwnerId = process.Current.Actor.Id,
            PersonId = place.Person,
            Created = now,
        };
        if (place.Subject is { } subject)
        {
            file.Attach(subject);
        }

        database.Add(file);
        audit.Record("uploaded", file.AuditSubject, detail: new { file.Hash, kind = file.Kind.ToString(), file.Bytes, about = place.Subject?.Type, id = place.Subject?.Id });
        return file;
    }

    /// <summary>Attaches a file that was handed in before what it belongs to; goes with the next save.</summary>
    public void Attach(StoredFile file, AuditSubject subject)
    {
        file.Attach(subject);
        audit.Record("attached", file.AuditSubject, detail: new { about = subject.Type, id = subject.Id });
    }

    /// <summary>Attaches a file by its id, unless it was attached before; goes with the next save.</summary>
    public async Task AttachOnceAsync(Guid id, AuditSubject subject, CancellationToken cancellationToken = default)
    {
        if (await database.Set<StoredFile>().FirstOrDefaultAsync(file => file.Id == id && file.SubjectId == null, cancellationToken) is { } file)
        {
            Attach(file, subject);
        }
    }

    /// <summary>The files of something, oldest first.</summary>
    public Task<List<StoredFile>> OfAsync(AuditSubject subject, CancellationToken cancellationToken = default) => database.Set<StoredFile>().AsNoTracking()
        .Where(file => file.SubjectType == subject.Type && file.SubjectId == subject.Id).OrderBy(file => file.Id).ToListAsync(cancellationToken);

    /// <summary>The name that a file came with.</summary>
    public string NameOf(StoredFile file) => texts.Unprotect(file.Id, file.ProtectedName);

    /// <summary>Removes a file; its bytes go with the next sweep where no other file has the same.</summary>
    public void Remove(StoredFile file, string reason)
    {
        database.Remove(file);
        audit.Record("removed", file.AuditSubject, reason, new { file.Hash });
    }

    /// <summary>Opens a file for who handed it in, whose data it is, or who holds its permission in its division; that is in the audit log.</summary>
    /// <returns>Null where there is none, or none for this actor: the two look alike.</returns>
    public async Task<(StoredFile File, string Name, byte[] Content)?> OpenAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var file = await database.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (file is null || !await MayOpenAsync(file, cancellationToken))
        {
            return null;
        }

        var content = await vault.ReadAsync(file.Hash, cancellationToken);
        audit.Record(AuditTrail.Viewed, file.AuditSubject, detail: new { about = file.SubjectType, id = file.SubjectId }, person: IsOwn(file) ? null : file.PersonId);
        await database.SaveChangesAsync(cancellationToken);   // nothing is shown that is not in the log
        return (file, NameOf(file), content);
    }

    /// <summary>Deletes what was never attached, and bytes that no row names.</summary>
    /// <returns>How many of each.</returns>
    public async Task<(int Rows, int Contents)> SweepAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var unattached = now - options.Value.KeepUnattached;
        var rows = await database.Set<StoredFile>().Where(file => file.SubjectId == null && file.Created < unattached).ExecuteDeleteAsync(cancellationToken);
        var (unnamed, contents) = (now - options.Value.KeepUnnamed, 0);
        foreach (var hashes in vault.WrittenBefore(unnamed).Chunk(500))
        {
            var named = await database.Set<StoredFile>().Where(file => hashes.Contains(file.Hash)).Select(file => file.Hash).Distinct().ToListAsync(cancellationToken);
            foreach (var hash in hashes.Except(named))
            {
                contents += await vault.DeleteAsync(hash, unnamed, () => database.Set<StoredFile>().AnyAsync(file => file.Hash == hash, cancellationToken)) ? 1 : 0;
            }
        }

        return (rows, contents);
    }

    private async Task<bool> MayOpenAsync(StoredFile file, CancellationToken cancellationToken)
    {
        if (IsOwn(file))
        {
            return true;
        }

        // The log says for which place somebody opened it, though the way to it is open to every role.
        var roles = process.Current.Authority.RolesGiving(file.Permission).Where(role => role.Division.Contains(file.Division)).ToList();
        var role = roles.Find(role => role.Covers(file.Division, file.Unit));
        if (role is null && roles.Count > 0 && file.SubjectId is { } subject && readers.FirstOrDefault(reader => reader.SubjectType == file.SubjectType) is { } others)
        {
            var units = await others.UnitsAsync(subject, cancellationToken);
            role = roles.Find(role => units.Contains(role.Unit!));   // one held without a unit was found before
        }

        if (role is not null)
        {
            process.ActIn(role);
        }

        return role is not null;
    }

    private bool IsOwn(StoredFile file) => process.Current.Actor.Id is var actor && (file.OwnerId == actor || file.PersonId?.ToString("N") == actor);
}
