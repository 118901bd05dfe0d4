using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Cradle.Platform.Protection;

/// <summary>One key: seals with one half, indexes with the other.</summary>
/// <param name="Id">Its number; stands in everything it seals.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Encryption">256 bits for AES-GCM.</param>
/// <param name="Index">256 bits for HMAC-SHA-256.</param>
public sealed record FieldKey(int Id, DateTimeOffset Created, byte[] Encryption, byte[] Index)
{
    public override string ToString() => $"key {Id}";
}

/// <summary>
/// The keys of protected fields, in <c>field-keys.json</c> of the keys folder: outside the database, so that a copy of the
/// database alone opens nothing. The newest seals; the older ones open what was sealed before. Several nodes share the file.
/// </summary>
public sealed class FieldKeyRing(IOptions<PlatformOptions> options, TimeProvider time)
{
    public const string FileName = "field-keys.json";
    private const int KeyLength = 32;

    private readonly Lock gate = new();
    private IReadOnlyList<FieldKey> keys = [];
    private (DateTime At, long Length) read;

    private string File => Path.Combine(options.Value.KeysFolder, FileName);

    /// <summary>The key that seals.</summary>
    public FieldKey Current => All()[^1];

    /// <summary>Every key, oldest first. Read again when another node or a rotation has changed the file.</summary>
    /// <exception cref="InvalidOperationException">The file is damaged.</exception>
    public IReadOnlyList<FieldKey> All()
    {
        lock (gate)
        {
            if (!System.IO.File.Exists(File))
            {
                using var held = Hold();
                if (!System.IO.File.Exists(File))   // another node may have been faster, and its key is the key
                {
                    Write([New()]);
                }
            }

            var file = new FileInfo(File);
            var written = (file.LastWriteTimeUtc, file.Length);   // the system's clock for files steps in milliseconds; a key more makes it longer
            if (written != read)
            {
                (keys, read) = (Read(), written);
            }

            return keys;
        }
    }

    /// <summary>The key of an id.</summary>
    /// <exception cref="InvalidOperationException">It is not in the file.</exception>
    public FieldKey Find(int id) => All().FirstOrDefault(key => key.Id == id)
        ?? throw new InvalidOperationException($"Key {id} of protected fields is not in {File}: restore that file from its backup.");

    /// <summary>Adds a key; what is sealed from now on is sealed with it.</summary>
    public FieldKey Add()
    {
        lock (gate)
        {
            _ = All();
            using var held = Hold();
            var key = New();
            Write([.. Read(), key]);
            return key;
        }
    }

    // By chance, so that keys made after the file was lost can stand beside the old ones when those are found again.
    private FieldKey New() => new(RandomNumberGenerator.GetInt32(1, int.MaxValue), time.GetUtcNow(), RandomNumberGenerator.GetBytes(KeyLength), RandomNumberGenerator.GetBytes(KeyLength));

    private List<FieldKey> Read()
    {
        try
        {
            var all = JsonSerializer.Deserialize<List<FieldKey>>(System.IO.File.ReadAllBytes(File), JsonSerializerOptions.Web) ?? [];
            return all.Count > 0 && all.TrueForAll(key => key is { Encryption.Length: KeyLength, Index.Length: KeyLength })
                ? all
                : throw new InvalidOperationException($"{File} holds no whole keys: restore it from its backup.");
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"{File} is damaged: restore it from its backup.", broken);
        }
    }

    private IDisposable Hold() => KeyFolder.Hold(KeyFolder.Make(options.Value.KeysFolder).FullName);

    private void Write(IReadOnlyList<FieldKey> all) => KeyFolder.Write(File, JsonSerializer.SerializeToUtf8Bytes(all, JsonSerializerOptions.Web));
}
