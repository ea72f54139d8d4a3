# Chati na majedwali yake.

chart-average = wastani wa bei kwa kg
chart-bid = ombi la kununua
chart-bid-total = maombi ya kununua: { $mass }
chart-day = Siku
chart-depth = Kiasi kinachoombwa na kinachouzwa, kwa bei.
chart-depth-bids = Maombi ya kununua: jumla { $mass }, bei ya juu kabisa { $price } kwa kg.
chart-depth-offers = Zinazouzwa: jumla { $mass }, kuanzia { $price } kwa kg.
chart-limited = ombi la asili fulani tu
chart-limited-total = maombi ya asili fulani tu: { $mass }
chart-mass = Uzito
chart-month = Mwezi
chart-months-gist = { $caption }, { $first } hadi { $last }: { $sums }.
chart-most-a-day = { $mass } kwa siku kwa wingi zaidi
chart-offer = inauzwa
chart-offer-total = zinazouzwa: { $mass }
chart-orders = Maagizo
chart-price-kg = Bei kwa kg
chart-prices = Wastani wa bei na uzito kwa siku
chart-prices-gist = { $days ->
    [one] Biashara za siku moja, { $first }: wastani { $first-price } kwa kg.
   *[other] Biashara za siku { $days }. Wastani kwa kg: { $first-price } tarehe { $first }, { $last-price } tarehe { $last }.
  }
chart-side = Upande
chart-trades = Biashara
chart-volume = uzito uliouzwa
