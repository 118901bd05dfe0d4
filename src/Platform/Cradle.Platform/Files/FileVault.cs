using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Files;

/// <summary>
/// The bytes, below the state folder and outside of every web root: one file a content, named by its SHA-256 and protected by
/// the keys that stand elsewhere. Several nodes share the folder.
/// </summary>
public sealed class FileVault(IOptions<PlatformOptions> options, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Swept = ".swept";

    private string Folder => options.Value.FilesFolder;

    /// <summary>Keeps bytes; those that are there already are written anew, so that a sweep on its way sees that somebody wants them.</summary>
    /// <returns>Their hash.</returns>
    public async Task<string> WriteAsync(byte[] content, CancellationToken cancellationToken = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Guid.CreateVersion7():N}.part";
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            await using (var stream = new FileStream(part, create))
            {
                await stream.WriteAsync(Protector(hash).Protect(content), cancellationToken);
                stream.Flush(flushToDisk: true);   // the row that names it is committed after this
            }

            File.SetLastWriteTimeUtc(part, time.GetUtcNow().UtcDateTime);
            File.Move(part, path, overwrite: true);
            return hash;
        }
        catch
        {
            File.Delete(part);   // on a full disk nothing half-written stays
            throw;
        }
    }

    /// <summary>The bytes under a hash.</summary>
    /// <exception cref="FileNotFoundException">They are gone: restore the folder from its copy.</exception>
    /// <exception cref="CryptographicException">They were changed, or their key is gone.</exception>
    public async Task<byte[]> ReadAsync(string hash, CancellationToken cancellationToken = default)
    {
        var content = Protector(hash).Unprotect(await File.ReadAllBytesAsync(PathOf(hash), cancellationToken));
        return Convert.ToHexStringLower(SHA256.HashData(content)) == hash ? content : throw new CryptographicException($"The bytes under {hash} are not those that were kept.");
    }

    /// <summary>The hashes of everything last written before a moment, and what a killed process left half-written then is deleted.</summary>
    internal IReadOnlyList<string> WrittenBefore(DateTimeOffset moment)
    {
        if (!Directory.Exists(Folder))
        {
            return [];
        }

        var old = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(path => File.GetLastWriteTimeUtc(path) < moment.UtcDateTime).ToList();
        foreach (var part in old.Where(path => Path.GetExtension(path) is ".part" or Swept))
        {
            File.Delete(part);
        }

        return [.. old.Select(Path.GetFileName).OfType<string>().Where(name => name.Length == StoredFile.HashLength)];
    }

    /// <summary>
    /// Deletes bytes unless somebody wrote or named them meanwhile. They are put aside first: whoever writes the same content
    /// from here on makes a file of his own.
    /// </summary>
    internal async Task<bool> DeleteAsync(string hash, DateTimeOffset writtenBefore, Func<Task<bool>> isNamed)
    {
        var (path, aside) = (PathOf(hash), PathOf(hash) + Swept);
        File.Move(path, aside, overwrite: true);
        if (File.GetLastWriteTimeUtc(aside) >= writtenBefore.UtcDateTime || await isNamed())
        {
            File.Move(aside, path, overwrite: true);
            return false;
        }

        File.Delete(aside);
        return true;
    }

    private string PathOf(string hash) => Path.Combine(Folder, hash[..2], hash);

    private IDataProtector Protector(string hash) => protection.CreateProtector("Cradle.Files", hash);
}
