using Cradle.Primitives;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cradle.Platform.Data;

/// <summary>Divisions as the integer that orders as they do, so that all of a province is one range.</summary>
internal sealed class DivisionConverter() : ValueConverter<DivisionCode, int>(division => division.Packed, packed => DivisionCode.FromPacked(packed));
