namespace Cradle.Platform.Protection;

/// <summary>
/// A value that only <see cref="FieldVault"/> can open: version, id of the key, nonce, tag and cipher text. Wherever it finds
/// its way, into a log or an export, it shows nothing.
/// </summary>
public sealed class Sealed
{
    internal const byte Version = 1;
    internal const int NonceLength = 12;
    internal const int TagLength = 16;
    internal const int HeaderLength = 1 + sizeof(int) + NonceLength + TagLength;

    /// <param name="bytes">What a vault sealed.</param>
    /// <exception cref="FormatException">No vault did.</exception>
    internal Sealed(byte[] bytes)
    {
        if (bytes.Length < HeaderLength || bytes[0] != Version)
        {
            throw new FormatException("These bytes are no sealed field.");
        }

        Bytes = bytes;
    }

    internal byte[] Bytes { get; }

    internal int KeyId => BitConverter.ToInt32(Bytes, 1);

    public override string ToString() => "•••";
}
