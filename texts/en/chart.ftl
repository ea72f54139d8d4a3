# Charts and the tables beside them.

chart-average = average price per kg
chart-bid = bid
chart-bid-total = bid: { $mass }
chart-day = Day
chart-depth = How much is bid and offered, by price.
chart-depth-bids = Bids: { $mass } in all, at most { $price } per kg.
chart-depth-offers = Offers: { $mass } in all, from { $price } per kg.
chart-limited = bid for some origins only
chart-limited-total = bid for some origins only: { $mass }
chart-mass = Mass
chart-month = Month
chart-months-gist = { $caption }, { $first } to { $last }: { $sums }.
chart-most-a-day = at most { $mass } a day
chart-offer = offer
chart-offer-total = offered: { $mass }
chart-orders = Orders
chart-price-kg = Price per kg
chart-prices = Average price and mass by day
chart-prices-gist = { $days ->
    [one] Trades on one day, { $first }: { $first-price } per kg on average.
   *[other] Trades on { $days } days. Average per kg: { $first-price } on { $first }, { $last-price } on { $last }.
  }
chart-side = Side
chart-trades = Trades
chart-volume = mass traded
