namespace Cradle.Rules.Populations.Synthetic;

/// <summary>Seeded chance that is the same on every machine: xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64.</summary>
internal sealed class Chance
{
    private readonly ulong[] _state = new ulong[4];

    public Chance(ulong seed, ulong stream)
    {
        var mixed = seed + stream * 0x9E3779B97F4A7C15UL;
        for (var index = 0; index < _state.Length; index++)
        {
            mixed += 0x9E3779B97F4A7C15UL;
            var word = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9UL;
            word = (word ^ word >> 27) * 0x94D049BB133111EBUL;
            _state[index] = word ^ word >> 31;
        }
    }

    /// <summary>A whole number from 0 up to, without, the limit.</summary>
    public long Below(long limit) => (long)((UInt128)Next() * (ulong)limit >> 64);

    /// <summary>A whole number between both, inclusive.</summary>
    public long Between(long least, long most) => least + Below(most - least + 1);

    /// <summary>Whether something of so many in a thousand happens.</summary>
    public bool PerThousand(long share) => Below(1000) < share;

    private ulong Next()
    {
        var result = ulong.RotateLeft(_state[1] * 5, 7) * 9;
        var shifted = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= shifted;
        _state[3] = ulong.RotateLeft(_state[3], 45);
        return result;
    }
}
